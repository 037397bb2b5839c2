import { lex } from '../../sql/lex.ts';
import { parseStatements } from '../../sql/parse.ts';
import { cutCopies } from './copy-sections.ts';

/** A part of a seed: one statement, or the rows of a COPY section. `offset` is where it begins in the text. */
export type SeedStep =
  | { readonly kind: 'sql'; readonly text: string; readonly offset: number }
  | {
      readonly kind: 'copy';
      /** The table with its columns, as written: `public.orders (id, total)`. */
      readonly into: string;
      /** Lines of PostgreSQL’s text format, each with its line end. */
      readonly data: string;
      readonly offset: number;
    };

export type SeedScript =
  | { readonly kind: 'ok'; readonly steps: readonly SeedStep[] }
  | { readonly kind: 'error'; readonly message: string; readonly offset: number };

/** Well under what the parser takes in one piece. */
const PIECE = 400_000;

/** Cuts SQL behind a semicolon now and then, so that a text of any length can be parsed. */
function* inPieces(
  sql: string,
  offset: number,
): Generator<{ readonly text: string; readonly offset: number }> {
  if (sql.length <= PIECE) return yield { text: sql, offset };
  let from = 0;
  for (const { kind, start, end } of lex(sql)) {
    if (kind !== 'symbol' || sql[start] !== ';' || end - from < PIECE) continue;
    yield { text: sql.slice(from, end), offset: offset + from };
    from = end;
  }
  yield { text: sql.slice(from), offset: offset + from };
}

/** Splits a seed into statements and COPY sections. `loadParser` must have run. */
export function readSeedScript(seed: string): SeedScript {
  const steps: SeedStep[] = [];
  for (const piece of cutCopies(seed)) {
    if (piece.kind === 'copy') {
      steps.push({ kind: 'copy', into: piece.into, data: piece.data, offset: piece.offset });
      continue;
    }
    for (const { text, offset } of inPieces(piece.raw, piece.offset)) {
      const parsed = parseStatements(text);
      if (parsed.kind === 'syntax-error')
        return {
          kind: 'error',
          message: parsed.error.message,
          offset: offset + (parsed.error.position ?? 0),
        };
      for (const { text: sql, start } of parsed.statements)
        steps.push({ kind: 'sql', text: sql, offset: offset + start });
    }
  }
  return { kind: 'ok', steps };
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function literal(field: string): string {
  if (field === '\\N') return 'null';
  const text = field.replace(/\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    if (/^x./.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return ESCAPES[code] ?? code;
  });
  return `'${text.replaceAll("'", "''")}'`;
}

const ROWS_A_STATEMENT = 500;

/** A COPY section as INSERT statements, for a connection that cannot be sent its rows. */
export function insertsOf(step: Extract<SeedStep, { kind: 'copy' }>): readonly string[] {
  const lines = step.data.split(/\r?\n/).filter((line, at, all) => line !== '' || at < all.length - 1);
  const statements: string[] = [];
  for (let at = 0; at < lines.length; at += ROWS_A_STATEMENT) {
    const rows = lines
      .slice(at, at + ROWS_A_STATEMENT)
      .map((line) => `(${line.split('\t').map(literal).join(', ')})`);
    statements.push(`insert into ${step.into} overriding system value values ${rows.join(',\n')}`);
  }
  return statements;
}
