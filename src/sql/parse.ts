import { hasSqlDetails, loadModule, parseSync } from 'libpg-query';
import { EngineFault, type Parsed, type ParsedStatement, type SqlError } from '../engine/engine.ts';
import { lex, nestingBound } from './lex.ts';
import { textOffsets } from './text-offsets.ts';
import { depthOf, type Fields, isFields, list, walk } from './tree.ts';

/** Longest text that is parsed, in UTF-16 code units. */
export const MAX_SQL_LENGTH = 1_000_000;

/**
 * Past these bounds the parser, or copying its tree between threads, runs out of stack. An overflow leaves the parser
 * unusable, so it must be foreseen.
 */
const MAX_NESTING = 1_500;
const MAX_TREE_DEPTH = 1_000;

let overflowed = false;

/** A parser that overflowed is in no state to go on with: its thread has to end. */
function tooDeepForGood(): EngineFault {
  return new EngineFault('too-deep', 'the SQL nests more deeply than the parser can follow');
}

/** Loads the parser; until it has, `parseStatements` throws. Throws an EngineFault where it cannot be loaded, or has overflowed. */
export async function loadParser(): Promise<void> {
  if (overflowed) throw tooDeepForGood();
  try {
    await loadModule();
  } catch (cause) {
    throw new EngineFault('part-missing', 'the SQL parser did not load', { cause });
  }
}

function refused(sqlstate: string, message: string, position?: number, hint?: string): Parsed {
  const error: SqlError = {
    sqlstate,
    severity: 'ERROR',
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(position === undefined ? {} : { position }),
  };
  return { kind: 'syntax-error', error };
}

const tooDeep = (): Parsed =>
  refused(
    '54001',
    'This text is nested too deeply to be read. Fewer brackets or operators in a row will do.',
  );

const LOCATIONS = [
  'location',
  'list_start',
  'list_end',
  'rexpr_list_start',
  'rexpr_list_end',
  'name_location',
];

/** Makes every location of the tree an offset in UTF-16 code units. The tree is ours alone at this point. */
function convertLocations(tree: Fields, fromBytes: (bytes: number) => number): void {
  for (const { fields } of walk(tree)) {
    for (const key of LOCATIONS) {
      const bytes = fields[key];
      if (typeof bytes === 'number' && bytes > 0) Object.assign(fields, { [key]: fromBytes(bytes) });
    }
  }
}

/** Where a statement ends once white space and comments behind it are left out. */
function trimmedEnd(sql: string, start: number, end: number): number {
  let last = start;
  for (const lexeme of lex(sql, start, end)) if (lexeme.kind !== 'comment') last = lexeme.end;
  return Math.min(last, end);
}

function trimmedStart(sql: string, start: number, end: number): number {
  for (const lexeme of lex(sql, start, end)) if (lexeme.kind !== 'comment') return lexeme.start;
  return start;
}

function statementsOf(sql: string, result: unknown): ParsedStatement[] {
  const offsets = textOffsets(sql);
  const bytes = (raw: Fields, key: string): number => (typeof raw[key] === 'number' ? raw[key] : 0);
  const raws = isFields(result) ? list(result, 'stmts').filter(isFields) : [];
  return raws.flatMap((raw) => {
    const tree = raw.stmt;
    if (!isFields(tree)) return [];
    const from = bytes(raw, 'stmt_location');
    const length = bytes(raw, 'stmt_len');
    const to = length === 0 ? sql.length : offsets.fromBytes(from + length);
    const start = trimmedStart(sql, offsets.fromBytes(from), to);
    const end = trimmedEnd(sql, start, to);
    convertLocations(tree, offsets.fromBytes);
    return [{ text: sql.slice(start, end), start, end, tree }];
  });
}

/** What to do about a text that is written for psql, which takes a part of it before PostgreSQL sees any. */
function psqlHint(sql: string, position: number): string | undefined {
  const before = sql.slice(0, position);
  if (/\bfrom\s+stdin\b/i.test(before))
    return 'The lines after COPY ... FROM STDIN are data that psql sends. Here, write them as INSERT.';
  const opensLine = before.slice(before.lastIndexOf('\n') + 1).trim() === '';
  return opensLine && sql[position] === '\\'
    ? 'Commands with a backslash are those of psql, and here only SQL is read. What \\d shows stands in information_schema.columns and in pg_indexes.'
    : undefined;
}

function parseFailure(sql: string, error: unknown): Parsed {
  if (error instanceof RangeError || error instanceof WebAssembly.RuntimeError) {
    overflowed = true;
    return tooDeep();
  }
  if (!hasSqlDetails(error)) throw error;
  if (/^memory exhausted/.test(error.message)) return tooDeep();
  const position = textOffsets(sql).fromCharacters(error.sqlDetails?.cursorPosition ?? 0);
  return refused('42601', error.message, position, psqlHint(sql, position));
}

/**
 * Splits a text into statements with PostgreSQL's own parser. A statement's text starts at its first word and ends at
 * its last; comments inside stay. Locations in the trees are UTF-16 offsets into the whole text. What is wrong with the
 * text comes back as a value; an EngineFault is thrown only when the parser itself is broken.
 */
export function parseStatements(sql: string): Parsed {
  if (overflowed) throw tooDeepForGood();
  const nul = sql.indexOf('\0');
  if (nul >= 0)
    return refused('22021', 'The text holds a NUL character, which SQL cannot contain. Remove it.', nul);
  if (sql.length > MAX_SQL_LENGTH) {
    const asked = sql.length.toLocaleString('en');
    const most = MAX_SQL_LENGTH.toLocaleString('en');
    return refused(
      '54000',
      `The text has ${asked} characters; the most that is read is ${most}.`,
      MAX_SQL_LENGTH,
    );
  }
  if (sql === '') return { kind: 'ok', statements: [] };
  if (sql.length > MAX_NESTING && nestingBound(sql) > MAX_NESTING) return tooDeep();
  try {
    const statements = statementsOf(sql, parseSync(sql));
    if (statements.some(({ tree }) => depthOf(tree) > MAX_TREE_DEPTH)) return tooDeep();
    return { kind: 'ok', statements };
  } catch (error) {
    return parseFailure(sql, error);
  }
}
