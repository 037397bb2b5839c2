import { formatCount } from '../../plan/format-figures.ts';
import { listAncestors, listNodes, pagesOf } from '../../plan/metrics.ts';
import type { Misconception } from './misconception.ts';
import { failed, worstRun } from './read-query.ts';

export const correlatedSubquery: Misconception = {
  id: 'correlated-subquery',
  title: 'The subquery runs once for every row',
  lesson: '/learn/queries/correlated-subqueries/',
  recognise: (recognition) => {
    const run = worstRun(recognition.evidence.submission.observations);
    if (!run || !failed(recognition, 'buffers', 'time', 'node')) return undefined;
    const scan = listNodes(run.plan.root).find(
      (node) =>
        node.kind === 'Seq Scan' && (node.actual?.loops ?? 0) > 1 && (pagesOf(node) ?? 0) * 2 > run.pages / 2,
    );
    const below = scan && listAncestors(run.plan, scan.id);
    const repeated = below?.some(
      ({ relationship, kind }) => relationship === 'SubPlan' || kind === 'Aggregate',
    );
    if (!scan?.actual || !repeated) return undefined;
    const { task, allow } = recognition.exercise.spec;
    const short =
      task !== 'rewrite' && allow.includes('create-index')
        ? '; or give what ties them together an index, so that each time is short'
        : '';
    const pages = (pagesOf(scan) ?? 0) / scan.actual.loops;
    return `${scan.relation} is read from end to end ${formatCount(scan.actual.loops)} times, once for each row outside, ${formatCount(Math.round(pages))} pages each time: ${formatCount(run.pages)} pages together. LATERAL and a subquery in SELECT are the same to the plan here. Read ${scan.relation} once, group it by what ties the two together, and join the result${short}.`;
  },
};
