import type { LockEvidence } from '../checks/evidence.ts';
import type { ParsedStatement, ResultSet, Run, Session } from '../engine/engine.ts';
import { lockByManual, lockModeOf, strongerLock, tablesNamed } from '../sql/lock-modes.ts';
import { read } from './ask.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';

/** How statements that were run one by one ended, and the locks that each took. */
export type Watched =
  | { readonly kind: 'ok'; readonly results: readonly ResultSet[]; readonly locks: readonly LockEvidence[] }
  | Exclude<Run, { readonly kind: 'ok' }>;

/** ms for all statements together, in a session that gives each limit so many times as long. */
export interface WatchLimit {
  readonly timeoutMs: number;
  readonly patience: number;
}

/** A statement that cannot run inside a transaction block. */
const NOT_IN_A_TRANSACTION = '25001';
const LONGEST = 60;

const named = ({ text }: ParsedStatement): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
};

/** Where each table's rows lie: another file after a statement is a table that was written anew. */
async function filesOf(session: Session, tables: readonly string[]): Promise<readonly string[]> {
  const asked = tables.map(
    (table) =>
      `pg_catalog.pg_relation_filenode(pg_catalog.to_regclass(${quoteLiteral(`public.${quoteIdentifier(table)}`)}))`,
  );
  const [files = []] = await read(session, `select ${asked.join(', ')}`);
  return files.map(String);
}

/** The locks that this transaction holds on the public tables, by pg_locks. */
async function locksHeld(session: Session): Promise<readonly (readonly [table: string, mode: string])[]> {
  const rows = await read(
    session,
    `select c.relname, l.mode from pg_catalog.pg_locks l join pg_catalog.pg_class c on c.oid = l.relation
where l.pid = pg_catalog.pg_backend_pid() and l.granted and c.relnamespace = 'public'::pg_catalog.regnamespace`,
  );
  return rows.map(([table, mode]) => [String(table), String(mode)]);
}

interface Step {
  readonly run: Run;
  readonly locks: readonly Omit<LockEvidence, 'rewritten'>[];
}

/** Runs a statement in a transaction, looks at its locks, and commits. */
async function stepInTransaction(
  session: Session,
  statement: ParsedStatement,
  tables: readonly string[],
  timeoutMs: number,
): Promise<Step> {
  await read(session, 'begin');
  const run = await session.run(statement.text, { timeoutMs });
  if (run.kind !== 'ok') return { run, locks: [] };
  const held = await locksHeld(session);
  const committed = await session.run('commit', { timeoutMs });
  const locks = tables.map((table) => {
    const modes = held.filter(([name]) => name === table).map(([, mode]) => lockModeOf(mode));
    return {
      table,
      statement: named(statement),
      mode: modes.reduce(strongerLock, undefined),
      from: 'seen' as const,
    };
  });
  return { run: committed.kind === 'ok' ? run : committed, locks };
}

/** Runs a statement that no transaction may hold; its lock is the manual's. */
async function stepAlone(
  session: Session,
  statement: ParsedStatement,
  tables: readonly string[],
  timeoutMs: number,
): Promise<Step> {
  await read(session, 'rollback');
  const run = await session.run(statement.text, { timeoutMs });
  const about = tablesNamed(statement.tree);
  const locks = tables
    .filter((table) => about.length === 0 || about.includes(table))
    .map((table) => ({
      table,
      statement: named(statement),
      mode: lockByManual(statement.tree),
      from: 'manual' as const,
    }));
  return { run, locks };
}

/** An error's place in the whole text. */
function placed(run: Run, statement: ParsedStatement, at: number): Run {
  if (run.kind !== 'sql-error') return run;
  const { position } = run.error;
  const error = position === undefined ? run.error : { ...run.error, position: position + statement.start };
  return { ...run, error, at };
}

/**
 * Runs statements one by one, as a text of them runs, and looks at the locks that each takes on the tables and at whether
 * it writes one of them anew.
 */
export async function runWatched(
  session: Session,
  statements: readonly ParsedStatement[],
  tables: readonly string[],
  { timeoutMs, patience }: WatchLimit,
): Promise<Watched> {
  const until = performance.now() + timeoutMs * patience;
  const results: ResultSet[] = [];
  const locks: LockEvidence[] = [];
  for (const [at, statement] of statements.entries()) {
    const left = () => Math.max(1, until - performance.now()) / patience;
    const before = await filesOf(session, tables);
    let step = await stepInTransaction(session, statement, tables, left());
    if (step.run.kind === 'sql-error' && step.run.error.sqlstate === NOT_IN_A_TRANSACTION)
      step = await stepAlone(session, statement, tables, left());
    // The limit is that of all statements, of which the last had what the others left.
    if (step.run.kind === 'timeout') return { kind: 'timeout', afterMs: timeoutMs * patience };
    if (step.run.kind !== 'ok') return placed(step.run, statement, at) as Exclude<Run, { kind: 'ok' }>;
    results.push(...step.run.results);
    const after = await filesOf(session, tables);
    const anew = new Set(tables.filter((_, index) => before[index] !== after[index]));
    locks.push(...step.locks.map((lock) => ({ ...lock, rewritten: anew.has(lock.table) })));
  }
  return { kind: 'ok', results, locks };
}
