import type { Need } from '../checks/check.ts';
import type { Observation, Side, WalEvidence } from '../checks/evidence.ts';
import type { Engine, Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { read } from './ask.ts';
import { asksForOrder } from './asks-for-order.ts';
import { type AuthoredPart, BrokenExercise, forEachPart } from './broken-exercise.ts';
import { type CatalogFact, readCatalog } from './catalog.ts';
import { readIndexes } from './indexes.ts';
import { observe, type Probe, SHIPPED } from './observe.ts';
import { datasetOf, needsOf } from './of-exercise.ts';
import { AUTHORS_PATIENCE, patienceOf, withPatience } from './patience.ts';
import { readProbes } from './probes.ts';
import { inSeconds, Refused } from './refused.ts';
import { readTransaction } from './row-age.ts';
import { countRows, listTables, type TableRows } from './table-rows.ts';
import { onVariant } from './variants.ts';
import { measureWal } from './wal.ts';

/**
 * All that is known of an exercise before anyone submits: the same for every submission, so it is observed once and
 * kept. Holds the hidden parameters: they were drawn from the shipped data, which no submission has touched.
 */
export interface StartState {
  readonly side: Side;
  readonly probes: readonly Probe[];
  readonly catalog: readonly CatalogFact[];
  readonly rows: readonly TableRows[];
  readonly transaction: string;
  /** Partitions of each partitioned table, by the table's name. */
  readonly partitions: Readonly<Record<string, readonly string[]>>;
  /** `rewrite` only: whether the reference answer says in which order its rows come. */
  readonly referenceOrdered: boolean;
  /** `rewrite` only: what the reference answer returns, for the same probes and on every variant. */
  readonly reference: readonly Observation[];
  /** How many times as long as usual this machine is given to look at a submission. */
  readonly patience: number;
}

/** The slowest starting query is given this long; authors are told when theirs is slower. */
const START_TIMEOUT_MS = 60_000;

/** Observes queries that must work: a failure is a fault of the exercise, not of a learner. */
async function observeAll(session: Session, probes: readonly Probe[], of?: AuthoredPart) {
  const observations: Observation[] = [];
  for (const probe of probes) {
    const seen = await observe(session, probe, START_TIMEOUT_MS);
    if (seen.kind !== 'ok') {
      const why =
        seen.kind === 'sql-error' ? seen.error.message : `no answer within ${inSeconds(seen.afterMs)}`;
      const position = seen.kind === 'sql-error' ? seen.error.position : undefined;
      throw new BrokenExercise([{ part: of ?? { kind: 'sql', query: probe.query }, why, position }]);
    }
    observations.push(seen.observation);
  }
  return observations;
}

/** What the reference answer of a `rewrite` returns on the state of the data that the session is in. */
export function observeReferenceOn(
  session: Session,
  { solution }: Exercise,
  probes: readonly Probe[],
  variant: string,
): Promise<readonly Observation[]> {
  const asked = probes.map((probe) => ({ ...probe, sql: solution, variant }));
  return observeAll(session, asked, { kind: 'solution' });
}

/** What the reference answer of a `rewrite` returns, on the shipped data and on every variant of it. */
async function observeReference(session: Session, exercise: Exercise, probes: readonly Probe[]) {
  if (exercise.spec.task !== 'rewrite') return [];
  const shipped = await observeReferenceOn(session, exercise, probes, SHIPPED);
  const seen = await forEachPart(exercise.spec.variants ?? [], (variant) =>
    onVariant(session, variant, () => observeReferenceOn(session, exercise, probes, variant.name)),
  );
  return [...shipped, ...seen.flat()];
}

/** Nobody has submitted anything: what refuses rows of the table is the author's. */
async function measureStart(session: Session, table: string): Promise<WalEvidence> {
  try {
    return await measureWal(session, table);
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    const { refusal } = thrown;
    const why = refusal.kind === 'sql-error' ? refusal.error.message : refusal.message;
    throw new BrokenExercise([{ part: { kind: 'inserts', table }, why }]);
  }
}

async function measureAllWal(session: Session, needs: readonly Need[]): Promise<readonly WalEvidence[]> {
  const wal: WalEvidence[] = [];
  for (const need of needs) if (need.kind === 'wal') wal.push(await measureStart(session, need.table));
  return wal;
}

/** For each partitioned table, those of its partitions that hold rows, however far below it. */
async function readPartitions(session: Session): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = await read(
    session,
    `select p.relname, c.relname from pg_catalog.pg_class p cross join lateral pg_catalog.pg_partition_tree(p.oid) t
     join pg_catalog.pg_class c on c.oid = t.relid where p.relkind = 'p' and c.relkind = 'r' order by 1, 2`,
  );
  const partitions: Record<string, string[]> = {};
  for (const [parent, child] of rows) {
    const list = partitions[parent ?? ''] ?? [];
    list.push(child ?? '');
    partitions[parent ?? ''] = list;
  }
  return partitions;
}

/**
 * Observes an exercise's start on a database of its own, whose setup has run for it alone: where chance has a part in one,
 * answers meet other rows. Throws BrokenExercise when the exercise's own SQL fails.
 */
export async function observeStart(engine: Engine, exercise: Exercise): Promise<StartState> {
  const ref = datasetOf(exercise);
  const opened = await engine.open(ref.setup ? { ...ref, afresh: true } : ref);
  const session = withPatience(opened, AUTHORS_PATIENCE);
  const began = performance.now();
  try {
    const transaction = await readTransaction(session);
    const probes = await readProbes(session, exercise);
    const catalog = await readCatalog(session, transaction);
    const rows = await countRows(session, await listTables(session));
    const indexes = await readIndexes(session, undefined);
    const observations = await observeAll(session, probes);
    const reference = await observeReference(session, exercise, probes);
    const referenceOrdered = await asksForOrder(session, exercise.solution);
    const wal = await measureAllWal(session, needsOf(exercise));
    const partitions = await readPartitions(session);
    const side = { observations, indexes, wal };
    const patience = patienceOf(performance.now() - began);
    return { side, probes, catalog, rows, transaction, partitions, referenceOrdered, reference, patience };
  } finally {
    await session.close();
  }
}
