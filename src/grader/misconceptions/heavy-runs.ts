import type { Observation } from '../../checks/evidence.ts';
import type { Recognition } from './misconception.ts';
import { worstRun } from './read-query.ts';

/** From what share of a workload’s pages on a query is a reason why its total is too high. */
const HEAVY = 0.1;

/**
 * Of a workload whose total is over its budget: the longest run of each query that reads much of it, the heaviest first.
 * A short run that comes often weighs more than a long one that is rare.
 */
export function heavyRuns({ checks, evidence, exercise }: Recognition): readonly Observation[] {
  const over = exercise.spec.checks.flatMap((check) =>
    check.kind === 'total' && checks.some(({ id, state }) => id === check.id && state === 'failed')
      ? Object.entries(check.runs)
      : [],
  );
  const weighed = over.flatMap(([query, times]) => {
    const run = worstRun(evidence.submission.observations, query);
    return run ? [{ run, pages: times * run.pages }] : [];
  });
  const sum = weighed.reduce((all, { pages }) => all + pages, 0);
  return weighed
    .filter(({ pages }) => pages >= HEAVY * sum)
    .sort((a, b) => b.pages - a.pages)
    .map(({ run }) => run);
}
