import { parseStatements } from '../sql/parse.ts';
import { isSameStatement } from '../sql/same-statement.ts';
import {
  chanceInExercise,
  chanceInVariant,
  checkChance,
  checkOneSelect,
  checkSyntax,
  findCurlyQuote,
  tablesCreated,
  UNREADABLE,
} from './check-sql.ts';
import type { AuthorError } from './exercise.ts';
import { nearest } from './issue-in-words.ts';
import type { FrontRead } from './read-exercise.ts';

/** What an exercise may name that is not its own. */
export interface ExerciseNames {
  /** Tables of each dataset; undefined where its description cannot be read, so that nobody can say what it lacks. */
  readonly datasets: ReadonlyMap<string, readonly string[] | undefined>;
  readonly modules: readonly string[];
  readonly extensions: readonly string[];
  /** Ids of the catalogue of misconceptions. */
  readonly misconceptions: readonly string[];
}

const FILE = 'exercise.mdx';
const CURLY_FIX = "write straight ones: 'text' for a value";

function choose(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return `write ${near}`;
  return known.length > 0 ? `name one of ${known.join(', ')}` : 'there is none yet: add one';
}

function unknown(
  { lineOf }: FrontRead,
  path: readonly PropertyKey[],
  what: string,
  word: string,
  known: readonly string[],
): readonly AuthorError[] {
  if (word === '' || known.includes(word)) return [];
  return [{ file: FILE, ...lineOf(path), what, fix: choose(word, known) }];
}

/** Datasets, modules, extensions and misconceptions that there are none of, and tables that the data lacks. */
export function checkNames(front: FrontRead, names: ExerciseNames, setup: string): readonly AuthorError[] {
  const { outline } = front;
  const { dataset, module } = outline;
  const tables = names.datasets.get(dataset);
  const known = tables && [...tables, ...tablesCreated(setup)];
  return [
    ...unknown(front, ['module'], `there is no module “${module}”`, module, names.modules),
    ...unknown(front, ['dataset'], `there is no dataset “${dataset}”`, dataset, [...names.datasets.keys()]),
    ...outline.extensions.flatMap((name, at) =>
      unknown(front, ['extensions', at], `there is no extension “${name}” here`, name, names.extensions),
    ),
    ...outline.misconceptions.flatMap((id, at) => {
      const what = `“${id}” is no misconception of the catalogue`;
      return unknown(front, ['misconceptions', at], what, id, names.misconceptions);
    }),
    ...outline.checks.flatMap(({ id, tables: named }, at) =>
      named.flatMap(({ key, table }) => {
        const what = `check “${id}” is about the table “${table}”, which the dataset ${dataset} lacks`;
        return known ? unknown(front, ['checks', at, key], what, table, known) : [];
      }),
    ),
  ];
}

interface SqlInFront {
  readonly path: readonly PropertyKey[];
  readonly name: string;
  readonly sql: string;
}

function sqlOf({ outline }: FrontRead): readonly SqlInFront[] {
  return [
    ...outline.workload.flatMap(({ id, sql, hidden }, at) => [
      { path: ['workload', at, 'sql'], name: `the query “${id}”`, sql },
      { path: ['workload', at, 'hidden'], name: `the hidden parameters of “${id}”`, sql: hidden },
    ]),
    ...outline.checks.flatMap(({ id, sql, writes }, at) => [
      { path: ['checks', at, 'sql'], name: `the SQL of the check “${id}”`, sql },
      { path: ['checks', at, 'writes'], name: `the writes of the check “${id}”`, sql: writes },
    ]),
    ...outline.variantSql.map((sql, at) => {
      return { path: ['variants', at, 'sql'], name: `the variant “${outline.variants[at]}”`, sql };
    }),
  ];
}

/** How other libraries write what PostgreSQL calls $1: `:name`, `?`, `%s`. */
const OTHER_PARAMETERS = /(?<![:\w]):[a-z_]\w*|\?|%s|@[a-z_]\w*/i;

function unreadable(name: string, sql: string): Pick<AuthorError, 'what' | 'fix'> | undefined {
  const parsed = parseStatements(sql);
  if (parsed.kind === 'ok') return undefined;
  const what = `${name} ${UNREADABLE}: ${parsed.error.message}`;
  const fix = OTHER_PARAMETERS.test(sql)
    ? 'write parameters as $1, $2, … and mend the SQL there'
    : 'mend the SQL there';
  return { what, fix };
}

function curly(name: string, sql: string): Pick<AuthorError, 'what' | 'fix'> | undefined {
  const found = findCurlyQuote(sql);
  return found && { what: `${name} holds ${found.mark}, which is no quotation mark in SQL`, fix: CURLY_FIX };
}

/** A workload's query is one SELECT: what stands beside it would never be planned. */
function noSelect(name: string, sql: string): Pick<AuthorError, 'what' | 'fix'> | undefined {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok' || sql === '') return undefined;
  const { statements } = parsed;
  if (statements.length !== 1)
    return { what: `${name} holds ${statements.length} statements`, fix: 'write one SELECT' };
  const [only] = statements;
  if (only && 'SelectStmt' in only.tree) return undefined;
  return { what: `${name} is no SELECT`, fix: 'write the SELECT that is to be planned and measured' };
}

/** A rewrite begins with the query that is slow: the one that its start is measured by. */
function otherStart(start: string, { outline }: FrontRead): readonly AuthorError[] {
  const { task, workload } = outline;
  const [query] = workload;
  if (task !== 'rewrite' || !query || parseStatements(start).kind !== 'ok') return [];
  if (workload.some(({ sql }) => parseStatements(sql).kind !== 'ok' || isSameStatement(start, sql)))
    return [];
  const what = `this is not the query “${query.id}” of exercise.mdx, which the start is measured by`;
  return [{ file: 'start.sql', line: 1, what, fix: 'write that query here, or this one there' }];
}

/** SQL in the front matter and in the files that PostgreSQL's parser refuses, and data made by chance. */
export function checkExerciseSql(
  files: ReadonlyMap<string, string>,
  front: FrontRead | undefined,
): readonly AuthorError[] {
  const inFront = (front ? sqlOf(front) : []).flatMap(({ path, name, sql }) => {
    const select = path[0] === 'workload' ? noSelect(name, sql) : undefined;
    const chance = path[0] === 'variants' ? chanceInVariant : chanceInExercise;
    const wrong = unreadable(name, sql) ?? curly(name, sql) ?? select ?? chance(name, sql);
    return wrong && front ? [{ file: FILE, ...front.lineOf(path), ...wrong }] : [];
  });
  const honest = [...files].filter(([file]) => /^(start|solution|setup|also\/.*)\.sql$/.test(file));
  const setup = files.get('setup.sql');
  const start = files.get('start.sql');
  const answers = front?.outline.task === 'rewrite' ? honest.filter(([file]) => file !== 'setup.sql') : [];
  return [
    ...inFront,
    ...honest.flatMap(([file, sql]) => checkSyntax(file, sql)),
    ...answers.flatMap(([file, sql]) => checkOneSelect(file, sql)),
    ...(front && start !== undefined ? otherStart(start, front) : []),
    ...(setup === undefined ? [] : checkChance('setup.sql', setup)),
  ];
}

/** Exercises of one module that claim the same place in it. `id` and the front matter of each. */
export function checkExerciseOrders(
  exercises: readonly (readonly [id: string, front: FrontRead])[],
): readonly (AuthorError & { readonly id: string })[] {
  const first = new Map<string, string>();
  return exercises.flatMap(([id, { outline, lineOf }]) => {
    if (outline.order === undefined) return [];
    const key = `${outline.module} ${outline.order}`;
    const before = first.get(key);
    first.set(key, before ?? id);
    if (before === undefined) return [];
    const what = `order ${outline.order} in ${outline.module} is also that of ${before}`;
    const fix = 'give it another; gaps of ten leave room';
    return [{ id, file: FILE, ...lineOf(['order']), what, fix }];
  });
}
