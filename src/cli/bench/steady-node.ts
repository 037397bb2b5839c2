import type { Engine } from '../../engine/engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Report } from '../../grader/report.ts';
import { observeStart } from '../../session/start-state.ts';
import { submit } from '../../session/submit.ts';
import type { Outcome } from './steady-tally.ts';

/** An exercise and a text to check, named by its file. */
export interface Submission {
  readonly name: string;
  readonly exercise: Exercise;
  readonly sql: string;
}

/** Places of the checks that are about time: what they say of a wrong answer is the machine's to decide. */
export function timedChecks({ exercise }: Submission): readonly number[] {
  return exercise.spec.checks.flatMap(({ kind }, at) => (kind === 'time' ? [at] : []));
}

/** The words that the page says of a report, so that both can be compared. A right answer passes every check. */
function verdictOf({ passed, checks, findings }: Report): string {
  const states = checks.map(({ state, kind }) => (kind === 'time' ? 'time' : state));
  const named = findings.map(({ title }) => title);
  return [passed ? 'Exercise passed' : 'Not yet', ...states, ...named].join('; ');
}

/** Checks a submission so many times in a row, as `npm run grade` does. A fault is an outcome here. */
export async function checkInNode(
  engine: Engine,
  { exercise, sql }: Submission,
  times: number,
): Promise<readonly Outcome[]> {
  const start = await observeStart(engine, exercise);
  const outcomes: Outcome[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    const told = await submit(engine, exercise, start, sql).then(
      (report) => ({ verdict: verdictOf(report), evidence: report.evidenceHash ?? '' }),
      (thrown: unknown) => ({ verdict: `fault: ${String(thrown)}`, evidence: '' }),
    );
    outcomes.push({ ...told, ms: performance.now() - began });
  }
  return outcomes;
}
