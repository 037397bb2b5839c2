import { edit, files, inExercise, type Mistake } from './mistake.ts';
import { EXERCISE_FILE, EXERCISE_FOLDER } from './sound-course.ts';

/** One more check, in front of the third. */
const CONSTRAINT = `- { id: one, kind: constraint, sql: select 1 x, writes: insert into orders values (7) }\n`;

export const sqlMistakes: readonly Mistake[] = [
  [
    'a query that cannot be read',
    inExercise('select id from orders', 'selct id from orders'),
    `${EXERCISE_FILE}:15:10: the query “by-customer” cannot be read: syntax error at or near "selct". Fix: mend the SQL there.`,
  ],
  [
    'parameters as a library writes them',
    inExercise('customer_id = $1', 'customer_id = :customer'),
    `${EXERCISE_FILE}:15:10: the query “by-customer” cannot be read: syntax error at or near ":". Fix: write parameters as $1, $2, … and mend the SQL there.`,
  ],
  [
    'two statements',
    inExercise('sql: select id', 'sql: set work_mem = 64; select id'),
    `${EXERCISE_FILE}:15:10: the query “by-customer” holds 2 statements. Fix: write one SELECT.`,
  ],
  [
    'a query that changes rows',
    inExercise('select id from orders where', 'delete from orders where'),
    `${EXERCISE_FILE}:15:10: the query “by-customer” is no SELECT. Fix: write the SELECT that is to be planned and measured.`,
  ],
  [
    'a rewrite of two statements',
    files({
      ...inExercise('task: tune', 'task: rewrite')(),
      [`${EXERCISE_FOLDER}/solution.sql`]:
        'create index on orders (customer_id);\n\nselect id from orders;\n',
    }),
    `${EXERCISE_FOLDER}/solution.sql:3:1: the SQL cannot be read: a rewrite is one SELECT, and this file holds 2 statements. Fix: leave the SELECT; what the data need goes into setup.sql.`,
  ],
  [
    'quotation marks of a word processor',
    files({
      [`${EXERCISE_FOLDER}/also/two.sql`]: 'create index on orders (customer_id)\n  where id > ‘3’;\n',
    }),
    `${EXERCISE_FOLDER}/also/two.sql:2:14: ‘ is no quotation mark in SQL. Fix: write straight ones: 'text' for a value.`,
  ],
  [
    'an answer that cannot be read',
    files({ [`${EXERCISE_FOLDER}/solution.sql`]: '-- two lines\ncreate idnex on orders (customer_id);\n' }),
    `${EXERCISE_FOLDER}/solution.sql:2:8: the SQL cannot be read: syntax error at or near "idnex". Fix: mend the SQL there.`,
  ],
  [
    'data made by chance',
    files({
      'exercises/_datasets/shop/seed.sql':
        'create table orders (id integer);\ninsert into orders\nselect random() * 10 from generate_series(1, 10);',
    }),
    'exercises/_datasets/shop/seed.sql:3:8: random() gives other values in every build, so rows, estimates and budgets depend on chance. Fix: derive the value from the row’s number: pw_uniform(i, 1, 100), or pw_unit(i).',
  ],
  [
    'identities made by chance',
    files({
      'exercises/_datasets/shop/seed.sql':
        "create table orders (id uuid, at timestamptz default now());\ninsert into orders\nvalues (gen_random_uuid(), '2024-01-01');",
    }),
    "exercises/_datasets/shop/seed.sql:3:9: gen_random_uuid() gives other values in every build, so rows, estimates and budgets depend on chance. Fix: derive it from the row’s number: md5('parcel' || i)::uuid.",
  ],
  [
    'times of the clock',
    files({
      'exercises/_datasets/shop/seed.sql':
        'create table orders (id integer, at timestamptz);\ninsert into orders values (1, clock_timestamp());',
    }),
    "exercises/_datasets/shop/seed.sql:2:31: clock_timestamp() gives other values in every build, so rows, estimates and budgets depend on chance. Fix: write a literal date; or the time of row i of 1,000: pw_time(i, 1000, '2024-01-01', '2025-01-01').",
  ],
  [
    'a setup made by the clock',
    files({
      [`${EXERCISE_FOLDER}/setup.sql`]: "update orders set id = 1 where current_date > date '2024-01-01';",
    }),
    `${EXERCISE_FOLDER}/setup.sql:1:32: current_date gives other values in every build, so rows, estimates and budgets depend on chance. Fix: write a literal date.`,
  ],
  [
    'a variant made by chance',
    inExercise(
      'checks:\n',
      "variants:\n  - { name: fewer, sql: 'delete from orders where random() < 0.5' }\nchecks:\n",
    ),
    `${EXERCISE_FILE}:19:25: the variant “fewer” is made with random(), which gives other values each time, so a right answer meets other rows than the reference answer did. Fix: derive the value from the row’s number: 1 + id * 7919 % 100.`,
  ],
  [
    'hidden parameters drawn by chance',
    inExercise('hidden: select 7', 'hidden: select id from orders order by random() limit 3'),
    `${EXERCISE_FILE}:17:13: the hidden parameters of “by-customer” depend on random(), which gives other values each time, so one answer is graded in two ways. Fix: derive it from the row: hashtext(id::text).`,
  ],
  [
    'a query that asks the clock',
    inExercise('customer_id = $1', "customer_id = $1 and now() > '2024-01-01'"),
    `${EXERCISE_FILE}:15:10: the query “by-customer” depends on now(), which gives other values each time, so one answer is graded in two ways. Fix: write a literal date.`,
  ],
  [
    'writes of an invariant made by chance',
    inExercise('- { id: writes', `${CONSTRAINT.replace('7)', 'gen_random_uuid())')}  - { id: writes`),
    `${EXERCISE_FILE}:21:59: the writes of the check “one” depend on gen_random_uuid(), which gives other values each time, so one answer is graded in two ways. Fix: derive it from the row: md5(id::text)::uuid.`,
  ],
  [
    'an invariant that cannot be read',
    inExercise('- { id: writes', `${CONSTRAINT.replace('select 1', 'selct 1')}  - { id: writes`),
    `${EXERCISE_FILE}:21:39: the SQL of the check “one” cannot be read: syntax error at or near "selct". Fix: mend the SQL there.`,
  ],
  [
    'writes of an invariant that cannot be read',
    inExercise('- { id: writes', `${CONSTRAINT.replace('insert', 'isert')}  - { id: writes`),
    `${EXERCISE_FILE}:21:59: the writes of the check “one” cannot be read: syntax error at or near "isert". Fix: mend the SQL there.`,
  ],
  [
    'a rewrite that begins with another query',
    () => ({
      ...edit(EXERCISE_FILE, 'task: tune\nallow: [create-index]', 'task: rewrite'),
      [`${EXERCISE_FOLDER}/start.sql`]: 'select id from orders where customer_id = $1 and id > 0;',
    }),
    `${EXERCISE_FOLDER}/start.sql:1:1: this is not the query “by-customer” of exercise.mdx, which the start is measured by. Fix: write that query here, or this one there.`,
  ],
];
