import { z } from 'zod';
import type { CheckKind } from './check.ts';
import { id, nodeKind, of, title } from './keys.ts';
import { judgeRuns, nodeInWords, ranNodes } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('node'),
    title,
    of,
    node: nodeKind.describe('A plan node as EXPLAIN prints it.'),
    relation: z.string().min(1).optional().describe('Only nodes on this table or partition.'),
    present: z.boolean().describe('true: the plan must hold it. false: it must not.'),
  })
  .describe('A plan node that must be there, or must not.');

type NodeCheck = z.infer<typeof schema>;

const article = (name: string): string => (/^[AEIO]/.test(name) ? 'an' : 'a');

function inWords({ node, relation }: NodeCheck): string {
  return relation === undefined ? node : `${node} on ${relation}`;
}

export const node: CheckKind<typeof schema> = {
  kind: 'node',
  schema,
  decidedBy: 'plan',
  title: (check) =>
    check.title ?? `${check.present ? `has ${article(check.node)}` : 'has no'} ${inWords(check)} in its plan`,
  needs: () => [],
  judge: (check, evidence) =>
    judgeRuns(evidence, check.of, (seen) => {
      const nodes = ranNodes(seen);
      const found = nodes.find(
        ({ kind, name, relation }) =>
          (kind === check.node || name === check.node) && (check.relation ?? relation) === relation,
      );
      const message = found
        ? `The plan holds ${nodeInWords(found)}.`
        : `The plan holds no ${inWords(check)}; its top node is ${nodeInWords(seen.plan.root)}.`;
      return { state: (found !== undefined) === check.present ? 'passed' : 'failed', message, badness: 0 };
    }),
};
