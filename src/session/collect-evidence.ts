import type { Need } from '../checks/check.ts';
import type {
  Evidence,
  IndexEvidence,
  InvariantEvidence,
  LockEvidence,
  Observation,
  WalEvidence,
} from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Refusal } from '../grader/report.ts';
import { ask, read } from './ask.ts';
import { findChanges, NOTHING_APPLIED } from './changes.ts';
import { observeWithout } from './counterfactual.ts';
import { findIdle } from './idle.ts';
import { readIndexes } from './indexes.ts';
import { observeUnlessKnown } from './known-run.ts';
import { sampleTime, type TimeSamples } from './measure-time.ts';
import { type NotObserved, observe, type Probe, SHIPPED } from './observe.ts';
import { needsOf } from './of-exercise.ts';
import { settleTimes } from './settle-times.ts';
import type { StartState } from './start-state.ts';
import { timedQueries } from './start-times.ts';
import type { SubmitStep } from './submit.ts';
import { findValueBound } from './value-bound.ts';
import { onVariant } from './variants.ts';
import { measureWal } from './wal.ts';

/** How a submission is looked at. */
export interface CollectOptions {
  /** `rewrite`: the submitted query, in place of the workload's. */
  readonly query: string | undefined;
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

/** A workload query on what the submission left is given this long; the start took its own time long before. */
const OBSERVE_TIMEOUT_MS = 30_000;

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('the submission cannot be observed');
    this.refusal = refusal;
  }
}

/** What a learner is told of a query that failed or took too long. */
export function refusalOf(seen: NotObserved, timeoutMs: number): Refusal {
  if (seen.kind === 'sql-error') return { kind: 'sql-error', error: seen.error };
  const message = `The query “${seen.probe.query}” was stopped after ${timeoutMs / 1000} s.`;
  return { kind: 'timeout', message };
}

/**
 * On the shipped data a probe has a transaction of its own, so that the clock stands still in it: a query that asks the
 * time cannot have one plan while it is measured and another while its rows are taken.
 */
async function observeAtOnce(
  session: Session,
  probe: Probe,
  known: readonly Observation[],
  timeoutMs: number,
) {
  if (probe.variant !== SHIPPED) return observe(session, probe, timeoutMs);
  await ask(session, 'begin', timeoutMs);
  const seen = await observeUnlessKnown(session, probe, known, timeoutMs);
  if (seen.kind === 'ok') await ask(session, 'commit', timeoutMs);
  return seen;
}

async function observeProbes(
  session: Session,
  probes: readonly Probe[],
  known: readonly Observation[],
  timeoutMs: number,
): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const probe of probes) {
    const seen = await observeAtOnce(session, probe, known, timeoutMs);
    if (seen.kind !== 'ok') throw new Refused(refusalOf(seen, timeoutMs));
    observations.push(seen.observation);
  }
  return observations;
}

async function observeSubmission(
  session: Session,
  exercise: Exercise,
  probes: readonly Probe[],
  known: readonly Observation[],
  timeoutMs: number,
) {
  const observations = [...(await observeProbes(session, probes, known, timeoutMs))];
  for (const variant of exercise.spec.task === 'rewrite' ? (exercise.spec.variants ?? []) : []) {
    const asked = probes.map((probe) => ({ ...probe, variant: variant.name }));
    observations.push(
      ...(await onVariant(session, variant.sql, () => observeProbes(session, asked, [], timeoutMs))),
    );
  }
  return observations;
}

async function measureNeeds(session: Session, needs: readonly Need[]) {
  const wal: WalEvidence[] = [];
  const invariants: InvariantEvidence[] = [];
  for (const need of needs) {
    if (need.kind === 'wal') wal.push(await measureWal(session, need.table));
    if (need.kind === 'invariant') invariants.push(await checkInvariant(session, need));
  }
  return { wal, invariants };
}

/**
 * The given writes are few, and whoever sees them could index their values alone. What the engine runs for a foreign key is
 * planned here for any value, as a server does in the long run.
 */
const FOR_ANY_VALUE = 'set local plan_cache_mode = force_generic_plan';

async function checkInvariant(
  session: Session,
  need: Need & { kind: 'invariant' },
): Promise<InvariantEvidence> {
  await read(session, `begin; ${FOR_ANY_VALUE}; savepoint planwright_writes`);
  const written = need.writes ? await ask(session, need.writes, OBSERVE_TIMEOUT_MS) : undefined;
  const error = written?.kind === 'sql-error' ? written.error : undefined;
  if (error) await read(session, 'rollback to savepoint planwright_writes');
  const asked = written?.kind === 'timeout' ? written : await ask(session, need.sql, OBSERVE_TIMEOUT_MS);
  await ask(session, 'rollback', OBSERVE_TIMEOUT_MS);
  if (asked.kind === 'sql-error') throw new Refused({ kind: 'sql-error', error: asked.error });
  if (asked.kind === 'timeout')
    throw new Refused({ kind: 'timeout', message: 'The given writes were stopped.' });
  const rows = asked.results.at(-1)?.rows ?? [];
  const told = error ? { error: { sqlstate: error.sqlstate, message: error.message } } : {};
  return { id: need.id, violations: rows.length, sample: rows.slice(0, 5), ...told };
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
  const timed = timedQueries(start.probes, needs, options.query);
  const times: TimeSamples[] = [];
  for (const query of timed) times.push(await sampleTime(session, query));
  const created = indexes.filter((index: IndexEvidence) => index.created);
  const shown = probes.filter((probe) => probe.shown);
  const bound = await findValueBound(session, created, observations, probes);
  const idle = await findIdle(session, created, statistics, observations, probes);
  const without = await observeWithout(session, created, statistics, shown, timed, asShipped);
  const before = [...options.startTimes, ...(without?.times ?? [])];
  const settled = await settleTimes(session, exercise, timed, before, times);
  const { wal, invariants } = await measureNeeds(session, needs);
  const evidence: Evidence = {
    start: start.side,
    ...(start.reference.length > 0
      ? { reference: start.reference, referenceOrdered: start.referenceOrdered }
      : {}),
    partitions: start.partitions,
    submission: { observations, indexes, wal },
    ...(without ? { counterfactual: without.observations } : {}),
    ...(objects.length > 0 ? { statistics: objects } : {}),
    ...(idle.length > 0 ? { idle } : {}),
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
