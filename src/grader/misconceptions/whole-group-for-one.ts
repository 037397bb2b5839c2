import { formatCount } from '../../plan/format-figures.ts';
import { isNeverExecuted, listNodes } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';
import { materializedFence } from './materialized-fence.ts';
import type { Misconception } from './misconception.ts';
import { failed, pagesInWords, worstRun } from './read-query.ts';

/** So many rows are made for each one that is kept. */
const WASTE = 5;

interface Thrown {
  readonly made: number;
  readonly kept: number;
}

/** What a DISTINCT takes in, and what it keeps of it. */
function thrownBy(node: PlanNode): Thrown | undefined {
  if (node.kind !== 'Unique' || isNeverExecuted(node)) return undefined;
  const made = node.children[0]?.actual?.rows ?? 0;
  const kept = node.actual?.rows ?? 0;
  return made >= WASTE * Math.max(1, kept) ? { made, kept } : undefined;
}

export const wholeGroupForOne: Misconception = {
  id: 'whole-group-for-one',
  title: 'Every row of a group is read to keep one',
  lesson: '/learn/queries/window-functions/',
  recognise: (recognition) => {
    const { evidence, exercise } = recognition;
    const run = worstRun(evidence.submission.observations);
    if (!run || !failed(recognition, 'buffers', 'temp', 'time', 'total')) return undefined;
    const [found] = listNodes(run.plan.root).flatMap((node) => thrownBy(node) ?? []);
    const fence = exercise.spec.misconceptions.includes(materializedFence.id);
    if (!found || (fence && materializedFence.recognise(recognition) !== undefined)) return undefined;
    return `DISTINCT keeps one row of each group, and has to be given all of them first: ${formatCount(found.made)} rows are made, and ${formatCount(found.kept)} kept. It reads ${pagesInWords(evidence, run)}. Where an index holds each group in the wanted order, its first row is at one place: ask for it group by group, with ORDER BY and LIMIT 1, for every group that is wanted.`;
  },
};
