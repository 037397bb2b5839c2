import { judgeCheck } from '../checks/all-checks.ts';
import type { Evidence, TimeEvidence } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { sampleTime, type TimedQuery, type TimeSamples, timeEvidence } from './measure-time.ts';

/** How often a measurement that is too noisy to tell is made again. */
const MOST_AGAIN = 2;

function isUnclear(exercise: Exercise, times: readonly TimeEvidence[]): boolean {
  const nothing = { observations: [], indexes: [], wal: [] };
  const evidence: Evidence = { start: nothing, submission: nothing, times, changes: [], invariants: [] };
  const timed = exercise.spec.checks.filter((check) => check.kind === 'time');
  return timed.some((check) => judgeCheck(check, evidence).state === 'inconclusive');
}

/** Brings both sides' samples together, and measures again where they differ too much for a verdict. */
export async function settleTimes(
  session: Session,
  exercise: Exercise,
  timed: readonly TimedQuery[],
  start: readonly TimeSamples[],
  submission: readonly TimeSamples[],
): Promise<readonly TimeEvidence[]> {
  let samples = submission;
  for (let again = 0; again < MOST_AGAIN && isUnclear(exercise, timeEvidence(start, samples)); again += 1) {
    const more: TimeSamples[] = [];
    for (const query of timed) more.push(await sampleTime(session, query));
    samples = samples.map(({ query, ms }) => ({
      query,
      ms: [...ms, ...more.filter((other) => other.query === query).flatMap((other) => other.ms)],
    }));
  }
  return timeEvidence(start, samples);
}
