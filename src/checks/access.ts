import { z } from 'zod';
import { type Access, type AccessPath, findAccessPaths } from '../plan/access-paths.ts';
import { formatPlural } from '../plan/format-figures.ts';
import { pagesOf } from '../plan/metrics.ts';
import type { CheckKind } from './check.ts';
import type { Evidence, Observation } from './evidence.ts';
import { id, nodeKind, of, table, title } from './keys.ts';
import { type Judged, judgeRuns, nodeInWords, ranNodes } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('access'),
    title,
    of,
    table,
    via: z
      .enum(['index', 'index-only', 'bitmap', 'seq'])
      .describe(
        'How the table must be read. index: through any index, also by a bitmap or from the index alone.',
      ),
    forbid: z.array(nodeKind).optional().describe('Node kinds that the plan may not hold, on any table.'),
  })
  .describe('How a plan reads a table.');

type AccessCheck = z.infer<typeof schema>;

const ALLOWED: Readonly<Record<AccessCheck['via'], readonly Access[]>> = {
  index: ['index', 'index-only', 'bitmap'],
  'index-only': ['index-only'],
  bitmap: ['bitmap'],
  seq: ['seq'],
};
const GOALS: Readonly<Record<AccessCheck['via'], string>> = {
  index: 'through an index',
  'index-only': 'from an index alone',
  bitmap: 'through a bitmap of its pages',
  seq: 'from end to end',
};

function pathInWords({ node, via, indexes }: AccessPath, table: string): string {
  const pages = pagesOf(node);
  const read = pages === undefined ? '' : `, ${formatPlural(pages, 'page')}`;
  if (via === 'seq') return `${table} is read from end to end (${node.name}${read}).`;
  const through = indexes.length > 0 ? ` through ${indexes.join(' and ')}` : '';
  return `${table} is read${through} (${node.name}${read}).`;
}

function judgePaths(
  check: AccessCheck,
  seen: Observation,
  partitions: readonly string[] | undefined,
): Judged {
  const planned = findAccessPaths(seen.plan, check.table, partitions);
  const ran = planned.filter((path) => path.executed);
  const paths = ran.length > 0 ? ran : planned;
  const [first] = paths;
  if (!first)
    return { state: 'failed', message: `The plan does not read ${check.table} at all.`, badness: 0 };
  const wrong = paths.find((path) => !ALLOWED[check.via].includes(path.via));
  const figure = (wrong ?? first).node.kind;
  if (wrong) {
    const wanted =
      wrong.via === 'seq' || check.via === 'seq' ? '' : ` It has to be read ${GOALS[check.via]}.`;
    const message = pathInWords(wrong, check.table) + wanted;
    return { state: 'failed', message, figure, badness: pagesOf(wrong.node) ?? 0 };
  }
  const forbidden = ranNodes(seen).find(({ kind, name }) =>
    check.forbid?.some((no) => no === kind || no === name),
  );
  if (forbidden) {
    const message = `${pathInWords(first, check.table)} But the plan still holds ${nodeInWords(forbidden)}.`;
    return { state: 'failed', message, figure, badness: pagesOf(forbidden) ?? 0 };
  }
  return {
    state: 'passed',
    message: pathInWords(first, check.table),
    figure,
    badness: pagesOf(first.node) ?? 0,
  };
}

export const access: CheckKind<typeof schema> = {
  kind: 'access',
  schema,
  decidedBy: 'plan',
  title: (check) => check.title ?? `reads ${check.table} ${GOALS[check.via]}`,
  needs: () => [],
  judge: (check, evidence: Evidence) =>
    judgeRuns(evidence, check.of, (seen) =>
      judgePaths(check, seen, evidence.partitions && (evidence.partitions[check.table] ?? [])),
    ),
};
