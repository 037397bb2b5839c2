/** One dataset for all: a table that flips, and one that is too small to. */
const SEED = `create table parcels as
  select i as id, pw_uniform(i, 1, 3000, 1) as carrier_id, repeat('x', 40) as note from generate_series(1, 20000) as i;
create table depots as select i as id, i % 40 as city_id from generate_series(1, 200) as i;`;

const DATASET = `format: 1
name: post
title: Post
summary: A parcel service.
order: 10
tables:
  - { name: parcels, rows: 20001, about: Many. }
  - { name: depots, rows: 200, about: Few. }
`;

interface Written {
  readonly table?: string;
  readonly column?: string;
  readonly hidden?: string;
  readonly shown?: number;
  readonly pages?: string;
  readonly lean?: string;
}

function exercise({
  table = 'parcels',
  column = 'carrier_id',
  hidden,
  shown = 7,
  pages = '20%',
  lean = '8 MB',
}: Written): string {
  return `---
format: 1
title: Parcels
summary: The depot looks for the parcels of a carrier.
module: indexing
order: ${pages.length + lean.length + table.length * 100 + (hidden?.length ?? 0)}
difficulty: 1
minutes: 5
concepts: [equality]
dataset: post
task: tune
allow: [create-index]
workload:
  - id: lookup
    sql: select id from ${table} where ${column} = $1 order by id
    shown: [[${shown}]]
    hidden: ${hidden ?? `select ${column} from ${table} where ${column} in (11, 12) group by 1 order by 1`}
checks:
  - { id: seeks, kind: access, of: lookup, table: ${table}, via: index }
  - { id: pages, kind: buffers, of: lookup, at-most: ${pages}, than: start }
  - { id: lean, kind: index-bytes, at-most: ${lean} }
---

Find them.
`;
}

const GOOD = 'create index on parcels (carrier_id);\n';
const BAD = '-- fails: seeks, pages\ncreate index on parcels (note);\n';
const DEAR =
  '-- fails: lean\ncreate index on parcels (carrier_id);\ncreate index on parcels (note, carrier_id, id);\n';

interface Measuring {
  readonly table: string;
  readonly setup?: string;
  readonly more?: string;
  readonly hidden?: string;
}

const MEASURING = [
  'setup-fails',
  'wide-hidden',
  'bad-rule',
  'bad-writes',
  'unread-writes',
  'no-such-table',
  'crashing',
  'no-such-extension',
];

/** An exercise that measures the inserts into a table. */
function measuring(
  id: string,
  { table, setup, hidden, more = '' }: Measuring,
): Readonly<Record<string, string>> {
  const text = exercise(hidden === undefined ? {} : { hidden }).replace(
    /order: .*/,
    `order: ${1000 + MEASURING.indexOf(id)}`,
  );
  const check = `  - { id: cost, kind: wal-per-row, table: ${table}, at-most: +900% }\n---\n\nFind`;
  return {
    [`exercises/${id}/exercise.mdx`]: text
      .replace('---\n\nFind', check)
      .replace('task: tune', `${more}task: tune`),
    [`exercises/${id}/start.sql`]: '',
    [`exercises/${id}/solution.sql`]: GOOD,
    ...(setup === undefined ? {} : { [`exercises/${id}/setup.sql`]: setup }),
    ...Object.fromEntries(
      [64, 65, 66].map((size) => [
        `exercises/${id}/wrong/set-${size}.sql`,
        `-- fails: gate\nset work_mem = ${size};\n`,
      ]),
    ),
  };
}

/** A lesson with one block. */
function onData(dataset: string, order: number, more = ''): string {
  return `---
title: Data
description: What a lesson says of its data.
order: ${order}
minutes: 5
dataset: ${dataset}
${more}outcomes: [read a plan]
---

<Sql id="any" caption="Any">

\`\`\`sql
select 1;
\`\`\`

</Sql>
`;
}

/** A design whose one rule is this. */
function inventing(id: string, rule: string): Readonly<Record<string, string>> {
  const files = measuring(id, { table: 'parcels' });
  const path = `exercises/${id}/exercise.mdx`;
  const text = (files[path] ?? '').replace('task: tune', 'task: design');
  const check = rule.replace('{', '{ id: rule, kind: constraint,');
  return { ...files, [path]: text.replace(/ {2}- \{ id: cost.*/, `  - ${check}`) };
}

/** A course of which every folder has a mistake of its own that only a database shows. */
export const FILES: Readonly<Record<string, string>> = {
  'exercises/_datasets/post/seed.sql': SEED,
  'exercises/_datasets/post/dataset.yaml': DATASET,
  'exercises/_datasets/broken/seed.sql': 'create table a (b int);\n\ninsert into a values (nope);',
  'exercises/_datasets/broken/dataset.yaml': DATASET.replace('post', 'broken').replace(
    'order: 10',
    'order: 20',
  ),

  'exercises/loose/exercise.mdx': exercise({ hidden: 'select 1 where false', shown: 9001 }),
  'exercises/loose/start.sql': GOOD,
  'exercises/loose/solution.sql': GOOD,
  'exercises/loose/wrong/a.sql': `-- fails: pages\n${GOOD}`,
  'exercises/loose/wrong/b.sql': '-- fails: lean\ncreate index on parcels (note);\n',
  'exercises/loose/wrong/c.sql': '-- fails: gate\nset work_mem = 64;\n',

  'exercises/tight/exercise.mdx': exercise({ lean: '230 kB' }),
  'exercises/tight/start.sql': '',
  'exercises/tight/solution.sql': GOOD,
  'exercises/tight/also/a.sql': 'create index on parcels (note);\n',
  'exercises/tight/also/b.sql': 'creat index on parcels (carrier_id);\n',
  'exercises/tight/wrong/a.sql': BAD,
  'exercises/tight/wrong/b.sql': DEAR,
  'exercises/tight/wrong/c.sql': '-- fails: gate\nset work_mem = 64;\n',

  'exercises/small/exercise.mdx': exercise({ table: 'depots', column: 'city_id', pages: '100%' }),
  'exercises/small/start.sql': '',
  'exercises/small/solution.sql': 'create index on depots (city_id);\n',
  'exercises/small/wrong/a.sql': '-- fails: gate\nset work_mem = 64;\n',
  'exercises/small/wrong/b.sql': '-- fails: gate\nset work_mem = 65;\n',
  'exercises/small/wrong/c.sql': '-- fails: gate\nset work_mem = 66;\n',

  'exercises/failing/exercise.mdx': exercise({ hidden: 'select nope from parcels' }).replace(
    'checks:',
    "  - { id: other, sql: 'select id from parcel where id = $1', shown: [[1]], hidden: select 2 }\nchecks:",
  ),
  'exercises/failing/start.sql': '',
  'exercises/failing/solution.sql': GOOD,
  'exercises/failing/wrong/a.sql': BAD,
  'exercises/failing/wrong/b.sql': DEAR,
  'exercises/failing/wrong/c.sql': '-- fails: gate\nset work_mem = 64;\n',

  ...measuring('setup-fails', {
    table: 'parcels',
    setup: 'select 1;\ninsert into depots\nselect 1 / 0, 1;\n',
  }),
  ...measuring('wide-hidden', { table: 'parcels', hidden: 'select 1, 2' }),
  ...inventing('bad-rule', '{ sql: select nope from parcels, writes: insert into depots values (201) }'),
  ...inventing('bad-writes', "{ sql: select 1 where false, writes: insert into depots values ('x') }"),
  ...inventing('unread-writes', '{ sql: select 1 where false, writes: isert into depots values (201) }'),
  'exercises/loose/also/late.sql': `${GOOD}\n-- Again.\ncreate index parcels_carrier_id_idx on parcels (carrier_id);\n`,
  ...measuring('no-such-table', { table: 'parcel' }),
  ...measuring('crashing', { table: 'gone', setup: 'create table gone (id integer); drop table gone;' }),
  ...measuring('no-such-extension', { table: 'parcels', more: 'extensions: [pg_trgn]\n' }),

  'content/indexing/no-data.mdx': onData('broken', 30),
  'content/indexing/extension.mdx': onData('post', 20, 'extensions: [pg_trgn]\n'),

  'content/indexing/claims.mdx': `---
title: Claims
description: What a lesson says of its blocks.
order: 10
minutes: 5
dataset: post
outcomes: [read a plan]
---

<Sql id="wrong-claim" caption="A claim" plan expect={{ node: 'Index Scan', pagesAtMost: 3 }}>

\`\`\`sql
select * from parcels where carrier_id = 7;
\`\`\`

</Sql>

<Sql id="no-column" caption="An error">

\`\`\`sql
select nothing from parcels;
\`\`\`

</Sql>
`,
};
