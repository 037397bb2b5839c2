import { judgeCheck } from '../checks/all-checks.ts';
import type { Evidence, TimeEvidence } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { sampleInTurn, type TimedQuery, type TimeSamples, timeEvidence } from './measure-time.ts';

/** How often a measurement that is too noisy to tell is made again; one that says too slow is made again once. */
const MOST_AGAIN = 2;

/** What is timed of a submission. */
export interface Timed {
  readonly submission: readonly TimedQuery[];
  /** The starting queries, where they can be run on the same database: of a `rewrite`, which changes nothing. */
  readonly beside: readonly TimedQuery[];
}

/** The samples of both sides. */
export interface BothSides {
  readonly start: readonly TimeSamples[];
  readonly submission: readonly TimeSamples[];
}

/** Samples of what is timed, in turn. */
export async function sampleSides(session: Session, { submission, beside }: Timed): Promise<BothSides> {
  const all = await sampleInTurn(session, [...beside, ...submission]);
  return { start: all.slice(0, beside.length), submission: all.slice(beside.length) };
}

function isUnclear(exercise: Exercise, times: readonly TimeEvidence[], again: number): boolean {
  const nothing = { observations: [], indexes: [], wal: [] };
  const evidence: Evidence = { start: nothing, submission: nothing, times, changes: [], invariants: [] };
  const timed = exercise.spec.checks.filter((check) => check.kind === 'time');
  const states = timed.map((check) => judgeCheck(check, evidence).state);
  // Something else may have had the machine for as long as a whole side was measured: that looks like no noise at all.
  return states.includes('inconclusive') || (again === 0 && states.includes('failed'));
}

function added(samples: readonly TimeSamples[], more: readonly TimeSamples[]): readonly TimeSamples[] {
  return samples.map(({ query, ms }) => ({
    query,
    ms: [...ms, ...more.filter((other) => other.query === query).flatMap((other) => other.ms)],
  }));
}

/** Brings both sides' samples together, and measures again where they give no verdict, or one that a moment may have made. */
export async function settleTimes(
  session: Session,
  exercise: Exercise,
  timed: Timed,
  first: BothSides,
): Promise<readonly TimeEvidence[]> {
  let { start, submission } = first;
  for (let again = 0; again < MOST_AGAIN; again += 1) {
    if (!isUnclear(exercise, timeEvidence(start, submission), again)) break;
    const more = await sampleSides(session, timed);
    start = [...start, ...more.start];
    submission = added(submission, more.submission);
  }
  return timeEvidence(start, submission);
}
