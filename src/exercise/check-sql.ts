import type { ParsedStatement } from '../engine/engine.ts';
import { parseStatements } from '../sql/parse.ts';
import { placeInText } from '../sql/place-in-text.ts';
import { list, locationOf, nameParts, nodesOf, part, text as textOf } from '../sql/tree.ts';
import type { AuthorError } from './exercise.ts';

/** What is said of SQL with a syntax error, and how the complaint begins where it is a file's. */
export const UNREADABLE = 'cannot be read';
export const UNREADABLE_SQL = `the SQL ${UNREADABLE}`;

/** Functions whose answer differs from run to run: data and estimates made with them depend on chance or the clock. */
const CHANCE = new Set(
  `random random_normal gen_random_uuid uuidv4 uuidv7 now clock_timestamp statement_timestamp transaction_timestamp
   timeofday txid_current pg_current_xact_id pg_backend_pid`.split(/\s+/),
);

/** The first curly quotation mark outside of text and comments: a word processor’s, which SQL takes for part of a name. */
export function findCurlyQuote(sql: string): { readonly mark: string; readonly offset: number } | undefined {
  const blank = (text: string) => ' '.repeat(text.length);
  const bare = sql.replace(
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(\$\w*\$)[\s\S]*?\1/g,
    blank,
  );
  const offset = bare.search(/[‘’“”„]/);
  return offset < 0 ? undefined : { mark: bare.charAt(offset), offset };
}

/** What PostgreSQL's own parser says of a file; its statements need not run for that. `loadParser` must have run. */
export function checkSyntax(file: string, sql: string): readonly AuthorError[] {
  const parsed = parseStatements(sql);
  if (parsed.kind === 'ok') {
    const curly = findCurlyQuote(sql);
    if (!curly) return [];
    const what = `${curly.mark} is no quotation mark in SQL`;
    return [
      { file, ...placeInText(sql, curly.offset), what, fix: "write straight ones: 'text' for a value" },
    ];
  }
  const { message, position = 0 } = parsed.error;
  const fix = 'mend the SQL there';
  return [{ file, ...placeInText(sql, position), what: `${UNREADABLE_SQL}: ${message}`, fix }];
}

/** What a rewrite's file holds beside its one SELECT; what cannot be read is told elsewhere. */
export function checkOneSelect(file: string, sql: string): readonly AuthorError[] {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') return [];
  const { statements } = parsed;
  const [first, second] = statements;
  const isSelect = first !== undefined && 'SelectStmt' in first.tree;
  const wrong = second ?? (isSelect ? undefined : first);
  if (!wrong) return [];
  const place = placeInText(sql, sql.slice(wrong.start).search(/\S|$/) + wrong.start);
  const holds = second ? `this file holds ${statements.length} statements` : 'this statement is none';
  const what = `${UNREADABLE_SQL}: a rewrite is one SELECT, and ${holds}`;
  return [{ file, ...place, what, fix: 'leave the SELECT; what the data need goes into setup.sql' }];
}

/** What to write in place of chance or the clock. The pw_ functions are there while a seed runs, and at no other time. */
function insteadOf(name: string, seeds: boolean): string {
  if (name === 'TABLESAMPLE') return 'write repeatable (1) behind it, or choose rows by their numbers';
  if (name.includes('uuid')) return "derive it from the row’s number: md5('parcel' || i)::uuid";
  if (name.startsWith('random'))
    return `derive the value from the row’s number: ${seeds ? 'pw_uniform(i, 1, 100), or pw_unit(i)' : '1 + id * 7919 % 100'}`;
  if (!/now|time|date/.test(name)) return 'write a literal';
  return seeds
    ? "write a literal date; or the time of row i of 1,000: pw_time(i, 1000, '2024-01-01', '2025-01-01')"
    : 'write a literal date';
}

interface Chance {
  /** As it is written: `random()`, `current_date`. */
  readonly name: string;
  readonly offset: number;
}

/** A default of now() does no harm in a table whose rows say their own values. */
function buildsRows({ tree }: ParsedStatement): boolean {
  return !('CreateStmt' in tree) && !('AlterTableStmt' in tree) && !('CreateFunctionStmt' in tree);
}

/** Uses of chance or the clock in SQL that builds data. None where it cannot be read. */
function findChance(sql: string): readonly Chance[] {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') return [];
  return parsed.statements.filter(buildsRows).flatMap(({ tree, start }) => [
    ...nodesOf(tree, 'FuncCall').flatMap((call) => {
      const name = nameParts(list(call, 'funcname')).at(-1) ?? '';
      return CHANCE.has(name) ? [{ name: `${name}()`, offset: locationOf(call) ?? start }] : [];
    }),
    ...nodesOf(tree, 'SQLValueFunction').map((call) => {
      const name = (textOf(call, 'op') ?? '').replace('SVFOP_', '').toLowerCase();
      return { name, offset: locationOf(call) ?? start };
    }),
    ...nodesOf(tree, 'RangeTableSample').flatMap((sample) =>
      part(sample, 'repeatable') === undefined
        ? [{ name: 'TABLESAMPLE', offset: locationOf(sample) ?? start }]
        : [],
    ),
  ]);
}

/** Chance or the clock in `seed.sql` or `setup.sql`. */
export function checkChance(file: string, sql: string): readonly AuthorError[] {
  return findChance(sql).map(({ name, offset }) => {
    const what = `${name} gives other values in every build, so rows, estimates and budgets depend on chance`;
    return { file, ...placeInText(sql, offset), what, fix: insteadOf(name, file !== 'setup.sql') };
  });
}

/** Chance or the clock in a variant, whose SQL runs once for the reference answer and again for a learner's. */
export function chanceInVariant(name: string, sql: string): Pick<AuthorError, 'what' | 'fix'> | undefined {
  const [found] = findChance(sql);
  if (!found) return undefined;
  const what = `${name} is made with ${found.name}, which gives other values each time, so a right answer meets other rows than the reference answer did`;
  return { what, fix: insteadOf(found.name, false) };
}

/** Chance or the clock in what an answer is graded by, which runs anew for each answer. */
export function chanceInExercise(name: string, sql: string): Pick<AuthorError, 'what' | 'fix'> | undefined {
  const [found] = findChance(sql);
  if (!found) return undefined;
  const depends = name.startsWith('the query') || name.startsWith('the SQL') ? 'depends' : 'depend';
  const what = `${name} ${depends} on ${found.name}, which gives other values each time, so one answer is graded in two ways`;
  const { name: call } = found;
  if (call.includes('uuid')) return { what, fix: 'derive it from the row: md5(id::text)::uuid' };
  if (call.startsWith('random')) return { what, fix: 'derive it from the row: hashtext(id::text)' };
  return { what, fix: insteadOf(call, false) };
}

/** Tables that a text creates, by their names without a schema. */
export function tablesCreated(sql: string): readonly string[] {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') return [];
  return parsed.statements.flatMap(({ tree }) => [
    ...nodesOf(tree, 'CreateStmt').flatMap((made) => textOf(part(made, 'relation') ?? {}, 'relname') ?? []),
    ...nodesOf(tree, 'IntoClause').flatMap((made) => textOf(part(made, 'rel') ?? {}, 'relname') ?? []),
  ]);
}
