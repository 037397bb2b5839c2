export const EXERCISE = `---
format: 1
title: One customer's orders
summary: The order page reads the whole table for one customer.
module: indexing
order: 10
difficulty: 1
minutes: 5
concepts: [b-tree, equality]
dataset: shop
task: tune
allow: [create-index]
workload:
  - id: by-customer
    sql: select id from orders where customer_id = $1
    shown: [[42]]
    hidden: select 7
checks:
  - { id: seeks, kind: access, of: by-customer, table: orders, via: index }
  - { id: pages, kind: buffers, of: by-customer, at-most: 5%, than: start }
  - { id: writes, kind: wal-per-row, table: orders, at-most: +40% }
misconceptions: [wrong-leading-column]
---

Make it fast: see [the lesson](../../learn/indexing/equality/) on <Term>page</Term>s.
`;

export const LESSON = `---
title: Equality
description: What an index on one column is made of.
order: 10
minutes: 14
dataset: shop
outcomes: [read a plan]
sources:
  - { title: Manual, url: 'https://www.postgresql.org/docs/18/' }
---

## What it costs

<Sql id="first" caption="All orders" plan expect={{ rows: 3 }}>

\`\`\`sql
select 1;
\`\`\`

</Sql>

It reads <Figure of="first" show="pages" /> [pages](#what-it-costs).

<Predict id="guess">
Which?
<Choice correct>One</Choice>
<Choice>Two</Choice>
<Answer>Because.</Answer>
</Predict>

<Sources />
`;

const DATASET = `format: 1
name: shop
title: Shop
summary: A shop in miniature.
order: 10
tables:
  - { name: orders, rows: 10, about: Few. }
`;

export const EXERCISE_FOLDER = 'exercises/customer-orders';
export const EXERCISE_FILE = `${EXERCISE_FOLDER}/exercise.mdx`;
export const LESSON_FILE = 'content/indexing/equality.mdx';
export const DATASET_FILE = 'exercises/_datasets/shop/dataset.yaml';

/** A course in which nothing is wrong, by path: what a mistake changes is the only one. */
export const COURSE: Readonly<Record<string, string>> = {
  [LESSON_FILE]: LESSON,
  [DATASET_FILE]: DATASET,
  'exercises/_datasets/shop/seed.sql': 'create table orders (id integer, customer_id integer);',
  [EXERCISE_FILE]: EXERCISE,
  [`${EXERCISE_FOLDER}/start.sql`]: '-- What is slow?\n',
  [`${EXERCISE_FOLDER}/solution.sql`]: 'create index on orders (customer_id);\n',
  [`${EXERCISE_FOLDER}/also/two.sql`]: 'create index on orders (customer_id, id);\n',
  [`${EXERCISE_FOLDER}/wrong/a.sql`]:
    '-- fails: seeks, pages\n-- misconception: wrong-leading-column\ncreate index on orders (id);\n',
  [`${EXERCISE_FOLDER}/wrong/b.sql`]: '-- fails: gate\nset enable_seqscan = off;\n',
  [`${EXERCISE_FOLDER}/wrong/c.sql`]: '-- fails: writes\ncreate index on orders (customer_id);\n',
};
