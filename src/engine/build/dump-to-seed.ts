/** A pg_dump in plain form as a seed, or why it cannot be one. */
export type DumpRead =
  | {
      readonly kind: 'ok';
      readonly seed: string;
      /** What was left out, in words: `3 OWNER TO`. */
      readonly left: readonly string[];
    }
  | { readonly kind: 'error'; readonly line: number; readonly what: string; readonly fix: string };

/** Statements that a dump holds for another server: who owns what, what may be done, how the client is set. */
const ELSEWHERE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['settings', /^SET [a-z_.]+ = .*;$/],
  ['settings', /^SELECT pg_catalog\.set_config\('search_path'.*;$/],
  ['owners', /^ALTER [A-Z ]+ .* OWNER TO .*;$/],
  ['privileges', /^(GRANT|REVOKE|ALTER DEFAULT PRIVILEGES) .*;$/],
  ['schema public', /^CREATE SCHEMA (IF NOT EXISTS )?public;$/],
  ['comments on extensions and schemas', /^COMMENT ON (EXTENSION|SCHEMA) .*;$/],
  ['extension plpgsql', /^CREATE EXTENSION (IF NOT EXISTS )?plpgsql\b.*;$/],
  ['publications and subscriptions', /^(CREATE|ALTER) (PUBLICATION|SUBSCRIPTION) .*;$/],
  ['psql commands', /^\\(restrict|unrestrict|connect|c|encoding|set|echo)\b.*$/],
];

function refusal(line: string): { readonly what: string; readonly fix: string } | undefined {
  const extension = /^CREATE EXTENSION (?:IF NOT EXISTS )?"?([\w-]+)/.exec(line)?.[1];
  if (extension !== undefined) {
    const what = `the dump needs the extension ${extension}, which datasets cannot have`;
    return { what, fix: 'dump the tables that do without it: pg_dump -t orders -t customers …' };
  }
  const schema = /^CREATE SCHEMA (?:IF NOT EXISTS )?"?([\w-]+)"?/.exec(line)?.[1];
  if (schema !== undefined && schema !== 'public') {
    const what = `the dump has the schema ${schema}; exercises see the schema public alone`;
    return { what, fix: `alter schema ${schema} rename to public on a copy, and dump that` };
  }
  if (/^CREATE (DATABASE|ROLE|USER|TABLESPACE)\b/.test(line)) {
    return { what: 'this is a dump of a whole server', fix: 'dump one database: pg_dump --no-owner shop' };
  }
  return undefined;
}

/**
 * Turns what `pg_dump` prints (plain form, COPY or INSERT) into a seed. Line numbers stay: what is left out leaves an
 * empty line. The rows of COPY sections are not looked into.
 */
export function dumpToSeed(dump: string): DumpRead {
  if (dump.startsWith('PGDMP')) {
    const fix = 'write it in plain form: pg_restore -f dump.sql <file>, or pg_dump --format=plain';
    return { kind: 'error', line: 1, what: 'this is a dump in PostgreSQL’s custom form', fix };
  }
  const left = new Map<string, number>();
  const lines: string[] = [];
  let inData = false;
  let body: string | undefined;
  for (const [at, line] of dump.split(/\r?\n/).entries()) {
    const copies = !inData && body === undefined && /^COPY .* FROM stdin;$/i.test(line);
    if (inData) inData = line !== '\\.';
    else body = bodyAfter(line, body);
    const plain = !copies && !inData && body === undefined;
    const wrong = plain ? refusal(line) : undefined;
    if (wrong) return { kind: 'error', line: at + 1, ...wrong };
    const known = plain ? ELSEWHERE.find(([, pattern]) => pattern.test(line)) : undefined;
    if (known) left.set(known[0], (left.get(known[0]) ?? 0) + 1);
    lines.push(known ? '' : line);
    if (copies) inData = true;
  }
  return { kind: 'ok', seed: lines.join('\n'), left: [...left].map(([what, count]) => `${count} ${what}`) };
}

/** The dollar quote that is still open behind a line: in a function's body nothing is left out. */
function bodyAfter(line: string, open: string | undefined): string | undefined {
  let inside = open;
  for (const [tag] of line.matchAll(/\$\w*\$/g)) {
    if (inside === undefined) inside = tag;
    else if (inside === tag) inside = undefined;
  }
  return inside;
}
