import type { Need } from '../checks/check.ts';
import type {
  Evidence,
  IndexEvidence,
  InvariantEvidence,
  LockEvidence,
  WalEvidence,
} from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Refusal } from '../grader/report.ts';
import { ask } from './ask.ts';
import { asksForOrder } from './asks-for-order.ts';
import { findChanges, NOTHING_APPLIED } from './changes.ts';
import { observeWithout } from './counterfactual.ts';
import { findIdle } from './idle.ts';
import { readIndexes } from './indexes.ts';
import { checkInvariant, observeWritesWithout } from './invariants.ts';
import type { TimeSamples } from './measure-time.ts';
import { observeSubmission } from './observe-submission.ts';
import { needsOf } from './of-exercise.ts';
import { OBSERVE_TIMEOUT_MS, Refused } from './refused.ts';
import { sampleSides, settleTimes } from './settle-times.ts';
import type { StartState } from './start-state.ts';
import { timedQueries } from './start-times.ts';
import type { SubmitStep } from './submit.ts';
import { findValueBound } from './value-bound.ts';
import { measureWal } from './wal.ts';

/** How a submission is looked at. */
export interface CollectOptions {
  /** `rewrite`: the submitted query, in place of the workload's. */
  readonly query: string | undefined;
  /** Of the start before anything was applied; none for a `rewrite`, whose start is timed beside it. */
  readonly startTimes: readonly TimeSamples[];
  readonly onStep: (step: SubmitStep) => void;
  /** ms that one observed query may take; by default long enough for any start. */
  readonly observeTimeoutMs?: number | undefined;
  /** Takes what the start showed for a query whose plan is still the same, where nothing was done but create. */
  readonly sparing?: boolean | undefined;
  /** The locks that the submission's statements took, where they were looked at. */
  readonly locks?: readonly LockEvidence[] | undefined;
  /** Whether it is known that every row is as it was shipped. */
  readonly sameRows?: boolean | undefined;
}

/** What was seen, or an outcome of the learner’s making. */
export type Collected = { readonly kind: 'ok'; readonly evidence: Evidence } | Refusal;

async function measureNeeds(session: Session, needs: readonly Need[], timeoutMs: number) {
  const wal: WalEvidence[] = [];
  const invariants: InvariantEvidence[] = [];
  for (const need of needs) {
    if (need.kind === 'wal') wal.push(await measureWal(session, need.table));
    if (need.kind === 'invariant') invariants.push(await checkInvariant(session, need, timeoutMs));
  }
  return { wal, invariants };
}

async function collect(session: Session, exercise: Exercise, start: StartState, options: CollectOptions) {
  const needs = needsOf(exercise);
  await ask(session, 'rollback', OBSERVE_TIMEOUT_MS);
  await ask(session, 'discard all', OBSERVE_TIMEOUT_MS);
  const rewrites = options.query !== undefined;
  const changed = rewrites ? NOTHING_APPLIED : await findChanges(session, exercise, start, options.sameRows);
  const { changes, statistics, objects, onlyCreated } = changed;
  const asShipped = onlyCreated ? start.side.observations : [];
  options.onStep('observing');
  const probes = start.probes.map((probe) => ({ ...probe, sql: options.query ?? probe.sql }));
  const timeoutMs = options.observeTimeoutMs ?? OBSERVE_TIMEOUT_MS;
  const known = options.sparing ? asShipped : [];
  const observations = await observeSubmission(session, exercise, probes, known, timeoutMs);
  const shipped = new Set(start.side.indexes.map(({ definition }) => definition));
  const indexes = await readIndexes(session, shipped);
  const submitted = timedQueries(start.probes, needs, options.query);
  const timed = { submission: submitted, beside: rewrites ? timedQueries(start.probes, needs) : [] };
  const times = await sampleSides(session, timed);
  const created = indexes.filter((index: IndexEvidence) => index.created);
  const shown = probes.filter((probe) => probe.shown);
  const bound = await findValueBound(session, created, observations, probes);
  const idle = await findIdle(session, created, statistics, observations, probes);
  const without = await observeWithout(session, created, statistics, shown, submitted, asShipped);
  const before = [...options.startTimes, ...(without?.times ?? []), ...times.start];
  const settled = await settleTimes(session, exercise, timed, { ...times, start: before });
  const { wal, invariants } = await measureNeeds(session, needs, timeoutMs);
  const needless = await observeWritesWithout(session, idle, created, needs, timeoutMs);
  const evidence: Evidence = {
    start: start.side,
    ...(start.reference.length > 0
      ? { reference: start.reference, referenceOrdered: start.referenceOrdered }
      : {}),
    partitions: start.partitions,
    submission: { observations, indexes, wal },
    ...(options.query === undefined ? {} : { submissionOrdered: await asksForOrder(session, options.query) }),
    ...(without ? { counterfactual: without.observations } : {}),
    ...(objects.length > 0 ? { statistics: objects } : {}),
    ...(needless.length > 0 ? { idle: needless } : {}),
    times: settled,
    ...(options.locks ? { locks: options.locks } : {}),
    changes: [...changes, ...bound],
    invariants,
  };
  return evidence;
}

/** Looks at what a submission left behind. An outcome of the learner's making comes back as a refusal. */
export async function collectEvidence(
  session: Session,
  exercise: Exercise,
  start: StartState,
  options: CollectOptions,
): Promise<Collected> {
  try {
    return { kind: 'ok', evidence: await collect(session, exercise, start, options) };
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.refusal;
    throw thrown;
  }
}
