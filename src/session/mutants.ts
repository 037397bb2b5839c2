import type { Observation } from '../checks/evidence.ts';
import type { Engine, Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { hasOrderBy } from '../sql/has-order-by.ts';
import { hashRows } from '../sql/hash-rows.ts';
import { type Mutant, mutate } from '../sql/mutate.ts';
import { loadParser, parseStatements } from '../sql/parse.ts';
import { read } from './ask.ts';
import { forEachPart } from './broken-exercise.ts';
import { executeStatement, type Probe, prepareStatement, SHIPPED } from './observe.ts';
import { createStage, type Stage, type StageData } from './stage.ts';
import type { StartState } from './start-state.ts';

/** A mutant with a name of its own: its change, and `(2)` for the second one of the same change. */
export interface NamedMutant extends Mutant {
  readonly name: string;
}

/**
 * What became of a mutant. `unordered`: it does not ask for the order that counts, so it was not run. `differs`: its rows
 * are other ones somewhere. `fails`: PostgreSQL refuses it. `stopped`: it was still running when its time was up, as no
 * reference answer is.
 */
export type Fate = 'unordered' | 'differs' | 'fails' | 'stopped' | 'survives';

/** A mutant and what became of it. */
export interface Tried {
  readonly mutant: NamedMutant;
  readonly fate: Fate;
  /** The data on which it gave itself away. */
  readonly on?: string;
}

/** For one mutant on one row of parameters. The reference answers take a small part of the time. */
const LIMITS = { timeoutMs: 3_000, maxBytes: 64 * 1024 * 1024, maxCellBytes: 8 * 1024 * 1024 };
const NAME = 'planwright_mutant';

/** Gives each mutant a name that no other one has, in the order in which they stand. */
export function nameMutants(mutants: readonly Mutant[]): readonly NamedMutant[] {
  const seen = new Map<string, number>();
  return mutants.map((mutant) => {
    const count = (seen.get(mutant.change) ?? 0) + 1;
    seen.set(mutant.change, count);
    return { ...mutant, name: count === 1 ? mutant.change : `${mutant.change} (${count})` };
  });
}

/** What the reference answer returned, by where and for what. */
type Expected = ReadonlyMap<string, { readonly count: number; readonly digest: string }>;

const keyOf = (variant: string, { query, params }: Pick<Probe, 'query' | 'params'>) =>
  JSON.stringify([variant, query, params]);

function isOrdered(exercise: Exercise, start: StartState): boolean {
  const check = exercise.spec.checks.find(({ kind }) => kind === 'rows');
  return (check?.kind === 'rows' ? check.ordered : undefined) ?? start.referenceOrdered;
}

interface Trial {
  readonly variant: string;
  readonly probes: readonly Probe[];
  readonly expected: Expected;
  readonly ordered: boolean;
}

/** Runs a mutant in the open transaction, row of parameters by row, until it gives itself away. */
async function tryMutant(
  session: Session,
  { variant, probes, expected, ordered }: Trial,
  sql: string,
): Promise<Fate> {
  const types = probes[0]?.types ?? [];
  const prepared = await session.run(`savepoint ${NAME};\n${prepareStatement(NAME, sql, types)}`, LIMITS);
  if (prepared.kind !== 'ok') return prepared.kind === 'sql-error' ? 'fails' : 'stopped';
  for (const probe of probes) {
    const wanted = expected.get(keyOf(variant, probe));
    const maxRows = (wanted?.count ?? 0) + 1;
    const run = await session.run(executeStatement(NAME, probe.params), { ...LIMITS, maxRows });
    if (run.kind !== 'ok') return run.kind === 'sql-error' ? 'fails' : 'stopped';
    const result = run.results[0];
    if (result?.rowCount !== wanted?.count) return 'differs';
    const hashed = hashRows(result?.rows ?? []);
    if ((ordered ? hashed.ordered : hashed.sorted) !== wanted?.digest) return 'differs';
  }
  return 'survives';
}

/** Puts the session back to before the mutant; a statement's failure has aborted the transaction. */
async function forget(session: Session): Promise<void> {
  await read(session, `rollback to savepoint ${NAME};\nrelease savepoint ${NAME};\ndeallocate all`);
}

/** Whether a mutant leaves to luck the order of several rows, which the `rows` check does not let pass. */
function isUnordered({ sql }: Mutant, { reference }: StartState): boolean {
  const parsed = parseStatements(sql);
  const asked = parsed.kind === 'ok' && hasOrderBy(parsed.statements[0]?.tree);
  return !asked && reference.some(({ rows }) => rows.count > 1);
}

function expectedOf(reference: readonly Observation[], ordered: boolean): Expected {
  return new Map(
    reference.map((seen) => {
      const { count, ordered: inOrder, sorted } = seen.rows;
      return [keyOf(seen.variant, seen), { count, digest: ordered ? inOrder : sorted }];
    }),
  );
}

/** Runs mutants on one state of the data, and says what became of each. */
async function tryOn(stage: Stage, trial: Trial, mutants: readonly NamedMutant[]): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const mutant of mutants) {
    const session = await stage.session();
    const fate = await tryMutant(session, trial, mutant.sql);
    tried.push({ mutant, fate, ...(fate === 'survives' ? {} : { on: trial.variant }) });
    // On a server the session has outlived its statement.
    if (fate === 'stopped') await stage.close();
    else await forget(session);
  }
  return tried;
}

/**
 * Something else that is to be done on each variant, while it is there. Gives what the reference answer returns on it,
 * where the start does not hold that.
 */
export type OnVariant = (stage: Stage, variant: string) => Promise<readonly Observation[]>;

/**
 * Runs every mutant of a rewrite's reference answer on the shipped data and, while it has not given itself away, on the
 * variants. Rows alone are compared, as the `rows` check compares them; nothing is kept of what was run. Throws
 * BrokenExercise where the SQL of variants fails.
 */
export async function runMutants(
  engine: Engine,
  exercise: Exercise,
  start: StartState,
  onVariant: OnVariant = async () => [],
): Promise<readonly Tried[]> {
  await loadParser();
  const ordered = isOrdered(exercise, start);
  const { probes } = start;
  const shipped: StageData = { name: SHIPPED };
  const all = nameMutants(mutate(exercise.solution));
  const unordered = ordered ? all.filter((mutant) => isUnordered(mutant, start)) : [];
  const told: Tried[] = unordered.map((mutant) => ({ mutant, fate: 'unordered' }));
  let alive = all.filter((mutant) => !unordered.includes(mutant));
  await forEachPart([shipped, ...(exercise.spec.variants ?? [])], async (data) => {
    const stage = createStage(engine, exercise, data);
    try {
      const seen = data === shipped ? [] : await onVariant(stage, data.name);
      const expected = expectedOf([...start.reference, ...seen], ordered);
      const tried = await tryOn(stage, { variant: data.name, probes, expected, ordered }, alive);
      told.push(...tried.filter(({ fate }) => fate !== 'survives'));
      alive = tried.flatMap(({ mutant, fate }) => (fate === 'survives' ? [mutant] : []));
    } finally {
      await stage.close();
    }
  });
  return [...told, ...alive.map((mutant) => ({ mutant, fate: 'survives' as const }))];
}
