import { listNodes } from '../../plan/metrics.ts';
import type { Misconception } from './misconception.ts';
import { failed, shippedRuns } from './read-query.ts';

const NOT_IN = /NOT \(*ANY \(.*SubPlan|NOT \(hashed SubPlan|ALL \(.*<>.*SubPlan/;

export const notInNull: Misconception = {
  id: 'not-in-null',
  title: 'NOT IN, and a NULL in the list',
  lesson: '/learn/queries/not-in-and-null/',
  recognise: (recognition) => {
    if (!failed(recognition, 'rows')) return undefined;
    for (const seen of shippedRuns(recognition.evidence.submission.observations)) {
      const node = listNodes(seen.plan.root).find(({ filter }) => NOT_IN.test(filter ?? ''));
      // A row that passes says that there was no NULL in the list.
      if (!node || seen.rows.count > 0) continue;
      return `The plan filters ${node.relation ?? 'the rows'} by the negation of a list that comes from a subquery, and the subquery returns NULLs. Is 7 in (3, 5, NULL)? Unknown, and not unknown is unknown too: no row can pass, so the result has no rows. NOT EXISTS asks whether there is a matching row; a NULL matches nothing and does no harm.`;
    }
    return undefined;
  },
};
