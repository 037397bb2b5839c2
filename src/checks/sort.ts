import { z } from 'zod';
import { formatPlural } from '../plan/format-figures.ts';
import type { PlanNode } from '../plan/plan.ts';
import type { CheckKind } from './check.ts';
import { id, of, title } from './keys.ts';
import { judgeRuns, ranNodes } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('sort'),
    title,
    of,
    allow: z
      .enum(['none', 'memory'])
      .describe('none: the plan sorts nothing. memory: it may sort, but not on disk.'),
  })
  .describe('Whether and where a plan sorts.');

const isSort = ({ kind }: PlanNode): boolean => kind === 'Sort' || kind === 'Incremental Sort';
const onDisk = ({ actual }: PlanNode): boolean =>
  actual?.sort?.onDisk === true || actual?.incrementalSort?.onDisk === true;

export const sort: CheckKind<typeof schema> = {
  kind: 'sort',
  schema,
  decidedBy: 'plan',
  title: (check) =>
    check.title ?? (check.allow === 'none' ? 'gets its order without sorting' : 'sorts in memory'),
  needs: () => [],
  judge: (check, evidence) =>
    judgeRuns(evidence, check.of, (seen) => {
      const sorts = ranNodes(seen).filter(isSort);
      const found = sorts.find(onDisk) ?? sorts[0];
      if (!found)
        return { state: 'passed', message: 'The plan sorts nothing.', figure: 'no sort', badness: 0 };
      const rows = found.actual?.rows ?? 0;
      const disk = onDisk(found);
      const by = found.sortKey ? ` by ${found.sortKey.join(', ')}` : '';
      return {
        state: check.allow === 'memory' && !disk ? 'passed' : 'failed',
        message: `The plan sorts ${formatPlural(rows, 'row')}${by}, ${disk ? 'on disk' : 'in memory'} (${found.name}).`,
        figure: disk ? 'on disk' : 'in memory',
        badness: rows,
      };
    }),
};
