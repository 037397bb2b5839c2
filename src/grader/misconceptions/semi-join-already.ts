import { formatCount } from '../../plan/format-figures.ts';
import { listNodes } from '../../plan/metrics.ts';
import type { Misconception } from './misconception.ts';
import { failed, shippedRuns, worstRun } from './read-query.ts';

export const semiJoinAlready: Misconception = {
  id: 'semi-join-already',
  title: 'IN with a subquery was a join already',
  lesson: '/learn/queries/in-exists-any/',
  recognise: (recognition) => {
    if (recognition.exercise.spec.task !== 'rewrite' || !failed(recognition, 'buffers', 'time'))
      return undefined;
    const run = worstRun(recognition.evidence.submission.observations);
    const before =
      run &&
      shippedRuns(recognition.evidence.start.observations).find(
        ({ params }) => JSON.stringify(params) === JSON.stringify(run.params),
      );
    const semi =
      before && listNodes(before.plan.root).some(({ joinType }) => joinType?.endsWith('Semi') === true);
    if (!run || !before || !semi || run.pages < before.pages * 0.9) return undefined;
    return `PostgreSQL turned the IN of the given query into a semi-join by itself: it read ${formatCount(before.pages)} pages, and yours reads ${formatCount(run.pages)}. Saying it in another form did not help: a join asks the same of the planner, and on a column that is not unique it returns rows twice. What is slow is how the tables are read, not the word IN.`;
  },
};
