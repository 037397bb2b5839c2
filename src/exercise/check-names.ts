import { parseStatements } from '../sql/parse.ts';
import { checkChance, checkSyntax, tablesCreated } from './check-sql.ts';
import type { AuthorError } from './exercise.ts';
import { nearest } from './issue-in-words.ts';
import type { FrontRead } from './read-exercise.ts';

/** What an exercise may name that is not its own. */
export interface ExerciseNames {
  /** Tables of each dataset. */
  readonly datasets: ReadonlyMap<string, readonly string[]>;
  readonly modules: readonly string[];
  readonly extensions: readonly string[];
  /** Ids of the catalogue of misconceptions. */
  readonly misconceptions: readonly string[];
}

const FILE = 'exercise.mdx';

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
    ...outline.variantSql.map((sql, at) => {
      return { path: ['variants', at, 'sql'], name: `the variant “${outline.variants[at]}”`, sql };
    }),
  ];
}

/** SQL in the front matter and in the files that PostgreSQL's parser refuses, and data made by chance. */
export function checkExerciseSql(
  files: ReadonlyMap<string, string>,
  front: FrontRead | undefined,
): readonly AuthorError[] {
  const inFront = (front ? sqlOf(front) : []).flatMap(({ path, name, sql }) => {
    const parsed = parseStatements(sql);
    if (parsed.kind === 'ok' || !front) return [];
    const what = `${name} cannot be read: ${parsed.error.message}`;
    return [{ file: FILE, ...front.lineOf(path), what, fix: 'mend the SQL there' }];
  });
  const honest = [...files].filter(([file]) => /^(start|solution|setup|also\/.*)\.sql$/.test(file));
  const setup = files.get('setup.sql');
  return [
    ...inFront,
    ...honest.flatMap(([file, sql]) => checkSyntax(file, sql)),
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
