import { lex } from '../../sql/lex.ts';
import { cutCopies } from './copy-sections.ts';

/** A pg_dump in plain form as a seed, or why it cannot be one. */
export type DumpRead =
  | {
      readonly kind: 'ok';
      readonly seed: string;
      /** What was left out, in words: `3 owners`. */
      readonly left: readonly string[];
    }
  | DumpFault;

interface DumpFault {
  readonly kind: 'error';
  readonly line: number;
  readonly what: string;
  readonly fix: string;
}

/** Statements that a dump holds for another server: who owns what, what may be done, how the client is set. */
const ELSEWHERE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['settings', /^SET [a-z_.]+ = /],
  ['settings', /^SELECT pg_catalog\.set_config\('search_path'/],
  ['owners', /^ALTER [A-Z ]+ [\s\S]+ OWNER TO (?:"[^"]+"|\w+);$/],
  ['privileges', /^(?:GRANT|REVOKE|ALTER DEFAULT PRIVILEGES) /],
  ['row security policies', /^CREATE POLICY /],
  ['row security policies', /^ALTER TABLE .* (?:ENABLE|FORCE) ROW LEVEL SECURITY;$/],
  ['schema public', /^CREATE SCHEMA (?:IF NOT EXISTS )?"?public"?;$/],
  ['comments on extensions and schemas', /^COMMENT ON (?:EXTENSION|SCHEMA|DATABASE) /],
  ['comments on policies', /^COMMENT ON POLICY /],
  ['extension plpgsql', /^CREATE EXTENSION (?:IF NOT EXISTS )?"?plpgsql"?[ ;]/],
  ['publications and subscriptions', /^(?:CREATE|ALTER) (?:PUBLICATION|SUBSCRIPTION) /],
  ['databases', /^(?:CREATE|ALTER) DATABASE /],
  // What --clean would take away first: here nothing is there yet.
  ['drops', /^DROP /],
  ['drops', /^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?\S+ (?:DROP CONSTRAINT|DETACH PARTITION) /],
  ['drops', /^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?\S+ ALTER COLUMN \S+ DROP /],
  ['psql commands', /^\\/],
];

function refusal(statement: string): { readonly what: string; readonly fix: string } | undefined {
  const extension = /^CREATE EXTENSION (?:IF NOT EXISTS )?"?([\w-]+)/.exec(statement)?.[1];
  if (extension !== undefined && extension !== 'plpgsql') {
    const what = `the dump needs the extension ${extension}, which datasets cannot have`;
    return { what, fix: 'dump the tables that do without it: pg_dump -t orders -t customers …' };
  }
  const schema = /^CREATE SCHEMA (?:IF NOT EXISTS )?"?([\w-]+)"?/.exec(statement)?.[1];
  if (schema !== undefined && schema !== 'public') {
    const what = `the dump has the schema ${schema}; exercises see the schema public alone`;
    return { what, fix: `alter schema ${schema} rename to public on a copy, and dump that` };
  }
  if (/^CREATE (ROLE|USER|TABLESPACE)\b/.test(statement)) {
    return { what: 'this is a dump of a whole server', fix: 'dump one database: pg_dump --no-owner shop' };
  }
  const encoding = /^SET client_encoding = '([^']+)'/.exec(statement)?.[1];
  if (encoding !== undefined && !/^(UTF-?8|UNICODE|SQL_ASCII)$/i.test(encoding)) {
    return { what: `the dump is written in ${encoding}`, fix: 'write it anew: pg_dump --encoding=UTF8 shop' };
  }
  return undefined;
}

/** What is no SQL text at all: pg_dump’s other forms, and what a shell made of it. */
function refusalOfFile(dump: string): DumpFault | undefined {
  const refuse = (what: string, fix: string): DumpFault => ({ kind: 'error', line: 1, what, fix });
  if (dump.startsWith('PGDMP') || dump.startsWith('toc.dat\0'))
    return refuse(
      `this is a dump in PostgreSQL’s ${dump.startsWith('PGDMP') ? 'custom' : 'tar'} form`,
      'write it in plain form: pg_restore -f dump.sql <file>, or pg_dump --format=plain',
    );
  if (dump.slice(0, 4000).includes('\0'))
    return refuse(
      'this is no text in UTF-8; PowerShell’s > writes UTF-16',
      'let pg_dump write the file itself: pg_dump --no-owner -f dump.sql shop',
    );
  return undefined;
}

interface Statement {
  readonly text: string;
  readonly start: number;
}

/** The statements of a dump’s SQL, and psql’s commands, which end with their line. */
function* statementsOf(sql: string): Generator<Statement> {
  let start: number | undefined;
  let skipTo = 0;
  for (const lexeme of lex(sql)) {
    if (lexeme.start < skipTo || lexeme.kind === 'comment') continue;
    start ??= lexeme.start;
    if (start === lexeme.start && sql[start] === '\\') {
      const lineEnd = sql.indexOf('\n', start);
      skipTo = lineEnd < 0 ? sql.length : lineEnd;
    } else if (lexeme.kind === 'symbol' && sql[lexeme.start] === ';') skipTo = lexeme.end;
    else continue;
    yield { text: sql.slice(start, skipTo), start };
    start = undefined;
  }
}

interface Kept {
  readonly sql: string;
  readonly fault?: DumpFault;
}

/** SQL without what is for another server; its lines stay where they are. What was left out is counted in `left`. */
function keep(sql: string, left: Map<string, number>): Kept {
  const kept: string[] = [];
  let from = 0;
  for (const { text, start } of statementsOf(sql)) {
    const wrong = refusal(text);
    if (wrong) {
      const line = sql.slice(0, start).split('\n').length;
      return { sql, fault: { kind: 'error', line, ...wrong } };
    }
    const known = ELSEWHERE.find(([, pattern]) => pattern.test(text));
    if (!known) continue;
    left.set(known[0], (left.get(known[0]) ?? 0) + 1);
    kept.push(sql.slice(from, start), text.replace(/[^\n]+/g, ''));
    from = start + text.length;
  }
  return { sql: kept.join('') + sql.slice(from) };
}

/**
 * Turns what `pg_dump` prints (plain form, COPY or INSERT) into a seed. Line numbers stay: what is left out leaves
 * empty lines. The rows of COPY sections, texts and functions’ bodies are not looked into.
 */
export function dumpToSeed(dump: string): DumpRead {
  const unreadable = refusalOfFile(dump);
  if (unreadable) return unreadable;
  const text = dump.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const left = new Map<string, number>();
  const seed: string[] = [];
  for (const piece of cutCopies(text)) {
    const { sql, fault } = piece.kind === 'sql' ? keep(piece.raw, left) : { sql: piece.raw };
    if (fault) return { ...fault, line: fault.line + text.slice(0, piece.offset).split('\n').length - 1 };
    seed.push(sql);
  }
  return { kind: 'ok', seed: seed.join(''), left: [...left].map(([what, count]) => `${count} ${what}`) };
}
