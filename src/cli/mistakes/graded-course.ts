import { BAD, DATASET, DEAR, exercise, GOOD, inventing, measuring, onData, SEED } from './graded-parts.ts';

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
