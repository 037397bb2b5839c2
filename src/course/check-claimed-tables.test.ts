import { beforeAll, expect, test } from 'vitest';
import { loadParser } from '../sql/parse.ts';
import { checkClaimedTables, checkCopiedTables } from './check-claimed-tables.ts';
import { readLesson } from './read-lesson.ts';

beforeAll(loadParser);

const DATASETS = new Map([['shop', ['orders', 'customers']]]);

/** Problems of a lesson whose second block makes this claim. */
function problemsOf(sql: string, expect: string, dataset = 'shop'): readonly string[] {
  const block = (id: string, text: string, claim: string) =>
    `<Sql id="${id}" caption="c"${claim}>\n\n\`\`\`sql\n${text}\n\`\`\`\n\n</Sql>\n`;
  const head = `---\ntitle: A\ndataset: ${dataset}\n---\n\n`;
  const read = readLesson(
    'a.mdx',
    'm/a',
    head + block('a', sql, '') + block('b', 'select 1;', ` expect={${expect}}`),
  );
  if (read.kind !== 'ok') throw new Error('unreadable');
  return checkClaimedTables(read.lesson, DATASETS).map(({ what, fix }) => `${what}. ${fix}`);
}

test('a claim that nothing is on a table names one that there is', () => {
  expect(problemsOf('select 1;', "{ none: 'Seq Scan', on: 'order' }")).toEqual([
    'the claim of block “b”: there is no table “order”, so the claim would always hold. write orders',
  ]);
  expect(problemsOf('create table parts ();', "{ none: 'Seq Scan', on: 'widgets' }")).toEqual([
    'the claim of block “b”: there is no table “widgets”, so the claim would always hold. name one of orders, customers, parts',
  ]);
});

test('the dataset has it, or a block of the lesson makes it, or calls something by that name', () => {
  for (const [sql, on] of [
    ['select 1;', 'orders'],
    ['create table orders_2024 partition of x default;', 'orders_2024'],
    ['with few as (select 1) select * from few f;', 'f'],
    ['select count(*) from Orders AS Mine;', 'mine'],
    ['create table "Größe" ();', 'Größe'],
  ] as const)
    expect(problemsOf(sql, `{ none: 'Seq Scan', on: '${on}' }`)).toEqual([]);
});

test('what a run tells, and what is not known, is left alone', () => {
  expect(problemsOf('select 1;', "{ node: 'Seq Scan', on: 'order' }")).toEqual([]);
  expect(problemsOf('select 1;', "{ none: 'Seq Scan', on: 'order' }", 'other')).toEqual([]);
});

test('a table that SQLite is to have a copy of is one of the dataset’s', () => {
  const block =
    '<Sql id="a" caption="c" engine="sqlite" tables="orders order">\n\n```sql\nselect 1;\n```\n\n</Sql>\n';
  const read = readLesson('a.mdx', 'm/a', `---\ntitle: A\ndataset: shop\n---\n\n${block}`);
  if (read.kind !== 'ok') throw new Error('unreadable');
  expect(checkCopiedTables(read.lesson, DATASETS).map(({ what, fix }) => `${what}. ${fix}`)).toEqual([
    'block “a” copies “order”, and the dataset has no such table. write orders',
  ]);
});
