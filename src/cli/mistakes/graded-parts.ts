/** One dataset for all: a table that flips, and one that is too small to. */
export const SEED = `create table parcels as
  select i as id, pw_uniform(i, 1, 3000, 1) as carrier_id, repeat('x', 40) as note from generate_series(1, 20000) as i;
create table depots as select i as id, i % 40 as city_id from generate_series(1, 200) as i;`;

/** What is said of it. */
export const DATASET = `format: 1
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

/** An exercise that asks for an index on the table. */
export function exercise({
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

/** What passes. */
export const GOOD = 'create index on parcels (carrier_id);\n';
/** What reads too much. */
export const BAD = '-- fails: seeks, pages\ncreate index on parcels (note);\n';
/** What is larger than needed. */
export const DEAR =
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
export function measuring(
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
export function onData(dataset: string, order: number, more = ''): string {
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
export function inventing(id: string, rule: string): Readonly<Record<string, string>> {
  const files = measuring(id, { table: 'parcels' });
  const path = `exercises/${id}/exercise.mdx`;
  const text = (files[path] ?? '').replace('task: tune', 'task: design');
  const check = rule.replace('{', '{ id: rule, kind: constraint,');
  return { ...files, [path]: text.replace(/ {2}- \{ id: cost.*/, `  - ${check}`) };
}
