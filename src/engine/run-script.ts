import { gate } from '../sql/gate.ts';
import { lex } from '../sql/lex.ts';
import { oneQuery, type StatementText } from '../sql/one-query.ts';
import { parseStatements } from '../sql/parse.ts';
import type { Database } from './database.ts';
import { MAX_NOTICES, type Notice, type ResultSet, type Run, type SqlError } from './engine.ts';
import { shareOut } from './share-out.ts';
import type { Answer, Caps } from './wire.ts';
import type { ErrorFields } from './wire-messages.ts';

/** The command tag without its counts: `INSERT 0 5` is `INSERT`, `SELECT 7` is `SELECT`. */
function commandOf(tag: string): string {
  return tag.replace(/( \d+)+$/, '');
}

function countOf(answer: Answer): number {
  const last = answer.tag?.split(' ').at(-1) ?? '';
  return answer.columns.length > 0 ? answer.rowsSeen : /^\d+$/.test(last) ? Number(last) : 0;
}

/** PostgreSQL counts characters from 1; editors count UTF-16 code units from 0. */
function positionOf(statement: StatementText, fields: ErrorFields): number | undefined {
  const characters = Number(fields.P);
  if (!Number.isInteger(characters) || characters < 1) return undefined;
  return statement.start + [...statement.text].slice(0, characters - 1).join('').length;
}

/** What to do, by SQLSTATE, where PostgreSQL itself does not say. */
const HINTS: Readonly<Record<string, string>> = {
  '25P02': 'A statement failed inside this transaction. Run ROLLBACK to end it.',
  '53400':
    'A sort, a hash or another intermediate result was larger than what may be written to temporary files here. Take fewer rows or columns into it.',
};

function sqlErrorOf(statement: StatementText, fields: ErrorFields): SqlError {
  const position = positionOf(statement, fields);
  const sqlstate = fields.C ?? 'XX000';
  const hint = fields.H ?? HINTS[sqlstate];
  return {
    sqlstate,
    severity: fields.V ?? fields.S ?? 'ERROR',
    message: fields.M ?? 'unknown error',
    ...(fields.D === undefined ? {} : { detail: fields.D }),
    ...(hint === undefined ? {} : { hint }),
    ...(position === undefined ? {} : { position }),
  };
}

function resultOf(answer: Answer, ms: number): ResultSet {
  return {
    command: commandOf(answer.tag ?? ''),
    columns: answer.columns,
    rows: answer.rows,
    rowCount: countOf(answer),
    truncated: answer.truncated,
    ms,
  };
}

type Split =
  | { readonly kind: 'ok'; readonly statements: readonly StatementText[] }
  | { readonly kind: 'refused'; readonly error: SqlError; readonly at: number };

const NONE_RAN = 'Nothing of this text was run: it is read whole before its first statement runs.';

/** Says so where it is a later statement that cannot be run: of an error while running, those before it have run. */
function withWhatRan(sql: string, error: SqlError): SqlError {
  const before = lex(sql, 0, error.position ?? 0);
  const later = [...before].some(({ kind, start }) => kind === 'symbol' && sql[start] === ';');
  return later && error.hint === undefined ? { ...error, hint: NONE_RAN } : error;
}

/** Splits a text with the real parser, where it may be more than one query. */
function split(sql: string): Split {
  const query = oneQuery(sql);
  if (query) return { kind: 'ok', statements: [query] };
  const parsed = parseStatements(sql);
  if (parsed.kind === 'syntax-error')
    return { kind: 'refused', error: withWhatRan(sql, parsed.error), at: 0 };
  const allowed = gate(parsed.statements, { task: 'workbench', allow: [] });
  if (allowed.kind === 'ok') return parsed;
  const { message, start, statement } = allowed.refusal;
  const error = { sqlstate: '0A000', severity: 'ERROR', message, position: start };
  return { kind: 'refused', error: withWhatRan(sql, error), at: statement };
}

/**
 * Splits a text and runs its statements one by one, each its own implicit transaction, up to the first error. Statements
 * that would wedge the engine (COPY from the client, programs, files) are refused as errors.
 */
export async function runScript(db: Database, sql: string, caps: Caps): Promise<Run> {
  const began = performance.now();
  const results: ResultSet[] = [];
  const notices: Notice[] = [];
  const failed = (error: SqlError, at: number): Run => ({
    kind: 'sql-error',
    error,
    at,
    results,
    notices,
    ms: performance.now() - began,
  });
  const script = split(sql);
  if (script.kind === 'refused') return failed(script.error, script.at);
  const shares = shareOut(caps);
  for (const [at, statement] of script.statements.entries()) {
    const from = performance.now();
    const answer = await db.query(statement.text, shares.next());
    shares.spend(answer.rows.length, answer.bytes);
    notices.push(...answer.notices.slice(0, MAX_NOTICES - notices.length));
    if (answer.error) return failed(sqlErrorOf(statement, answer.error), at);
    results.push(resultOf(answer, performance.now() - from));
  }
  return { kind: 'ok', results, notices, ms: performance.now() - began };
}
