import type { DatasetRef, Engine, Limits, Parsed, ParsedStatement, Run } from '../engine/engine.ts';
import { changesRows } from '../sql/changes-rows.ts';
import { statementKind } from '../sql/statement-kind.ts';
import { list, nameParts, nodesOf } from '../sql/tree.ts';
import { withoutExplain } from './explain.ts';

/** A database that is looked into: a session, a lab, or a copy that is thrown away afterwards. */
export interface Subject {
  run(sql: string, limits?: Partial<Limits>): Promise<Run>;
  parse(sql: string): Promise<Parsed>;
}

/** An answer, or a sentence that says why there is none. */
export type Looked<Found> =
  | { readonly kind: 'ok'; readonly found: Found }
  | { readonly kind: 'none'; readonly message: string };

const TIMEOUT_MS = 30_000;

/**
 * Opens a pristine copy, brings it to the state that `setup` leaves, hands it to `look` and closes it, however it ends.
 * A setup that fails gives `none`. Throws an EngineFault where the engine failed.
 */
export async function onThrowAway<Found>(
  engine: Engine,
  dataset: DatasetRef,
  setup: string,
  look: (subject: Subject) => Promise<Looked<Found>>,
): Promise<Looked<Found>> {
  const session = await engine.open(dataset);
  const subject: Subject = {
    run: (sql, limits) => session.run(sql, { timeoutMs: TIMEOUT_MS, ...limits }),
    parse: (sql) => session.parse(sql),
  };
  try {
    const done = setup.trim() === '' ? undefined : await subject.run(setup);
    if (done && done.kind !== 'ok') return { kind: 'none', message: describeFailure(done) };
    return await look(subject);
  } finally {
    await session.close();
  }
}

/** Why a run gave no answer, in a sentence. */
export function describeFailure(run: Exclude<Run, { kind: 'ok' }>): string {
  if (run.kind === 'sql-error') return `PostgreSQL refused it: ${run.error.message}.`;
  const seconds = (run.afterMs / 1000).toFixed(1);
  return run.kind === 'timeout' ? `It was ended after ${seconds} s, the time limit.` : 'It was stopped.';
}

/** Kinds that have a plan and can be prepared. */
const PLANNED = new Set(['select', 'insert', 'update', 'delete', 'merge', 'values']);

const COUNTS = new Set(['nextval', 'setval']);

/** The statement that a look is about. */
export interface LastQuery {
  /** Without EXPLAIN in front and without the semicolon. */
  readonly sql: string;
  /** Changes no rows by itself. */
  readonly reads: boolean;
  /** Moves a sequence on, which no rollback takes back. */
  readonly counts: boolean;
}

/** The last statement of a text as a query to be planned, or a sentence that says why there is none. */
export async function findLastQuery(subject: Subject, text: string): Promise<Looked<LastQuery>> {
  const last = await lastStatement(subject, text);
  if (last.kind === 'none') return last;
  if (last.found.kind !== 'explain') return asQuery(last.found);
  const inner = await lastStatement(subject, withoutExplain(last.found.sql));
  return inner.kind === 'none' ? inner : asQuery(inner.found);
}

interface KnownStatement {
  readonly sql: string;
  readonly kind: string;
  readonly tree: ParsedStatement['tree'];
}

async function lastStatement(subject: Subject, text: string): Promise<Looked<KnownStatement>> {
  const parsed = await subject.parse(text);
  if (parsed.kind === 'syntax-error') return { kind: 'none', message: `${parsed.error.message}.` };
  const last = parsed.statements.at(-1);
  if (!last) return { kind: 'none', message: 'There is no statement to look at.' };
  const sql = last.text.trim().replace(/;\s*$/, '');
  return { kind: 'ok', found: { sql, kind: statementKind(last.tree), tree: last.tree } };
}

function asQuery({ sql, kind, tree }: KnownStatement): Looked<LastQuery> {
  if (!PLANNED.has(kind)) {
    return {
      kind: 'none',
      message: 'Only queries and writes read tables by a plan: there is nothing to show.',
    };
  }
  const counts = nodesOf(tree, 'FuncCall').some((call) =>
    COUNTS.has(nameParts(list(call, 'funcname')).at(-1) ?? ''),
  );
  return { kind: 'ok', found: { sql, reads: !changesRows(tree), counts } };
}
