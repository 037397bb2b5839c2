import { beforeAll, describe, expect, it, test } from 'vitest';
import { courseOf } from '../course/course-config.ts';
import { readCourseConfig } from '../course/read-course-config.ts';
import { allMisconceptions } from '../grader/misconceptions/all-misconceptions.ts';
import { loadParser } from '../sql/parse.ts';
import type { CourseFiles } from './check-course-files.ts';
import { checkFiles } from './check-files.ts';
import { readComponentProps } from './check-load.ts';
import { formatProblem, sortProblems } from './problems.ts';

/** A course in which nothing is wrong: what each row of the tables changes is the only mistake. */
const EXERCISE = `---
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

const LESSON = `---
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

const E = 'exercises/customer-orders';
const COURSE: Readonly<Record<string, string>> = {
  'content/indexing/equality.mdx': LESSON,
  'exercises/_datasets/shop/dataset.yaml': DATASET,
  'exercises/_datasets/shop/seed.sql': 'create table orders (id integer, customer_id integer);',
  [`${E}/exercise.mdx`]: EXERCISE,
  [`${E}/start.sql`]: '-- What is slow?\n',
  [`${E}/solution.sql`]: 'create index on orders (customer_id);\n',
  [`${E}/also/two.sql`]: 'create index on orders (customer_id, id);\n',
  [`${E}/wrong/a.sql`]:
    '-- fails: seeks, pages\n-- misconception: wrong-leading-column\ncreate index on orders (id);\n',
  [`${E}/wrong/b.sql`]: '-- fails: gate\nset enable_seqscan = off;\n',
  [`${E}/wrong/c.sql`]: '-- fails: writes\ncreate index on orders (customer_id);\n',
};

let names: CourseFiles['names'];
beforeAll(async () => {
  await loadParser();
  names = {
    modules: ['foundations', 'indexing'],
    extensions: ['pageinspect', 'pg_trgm'],
    misconceptions: allMisconceptions.map(({ id }) => id),
    vocabulary: [
      'Sql',
      'Figure',
      'Term',
      'Predict',
      'Choice',
      'Answer',
      'Recall',
      'Sources',
      'Cost',
      'Exercises',
    ],
    terms: ['page', 'b-tree'],
    pages: ['/', '/playground/'],
    props: await readComponentProps(),
  };
});

type Changes = Readonly<Record<string, string | undefined>>;

function folder(
  files: Readonly<Record<string, string | undefined>>,
  top: string,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(files).flatMap(([path, text]) =>
      path.startsWith(`${top}/`) && text !== undefined ? [[path.slice(top.length + 1), text] as const] : [],
    ),
  );
}

const CONFIG = 'planwright.config.yaml';

/** Every problem of the course with these files changed, as it is printed. */
function problemsOf(changes: Changes): readonly string[] {
  const files = { ...COURSE, ...changes };
  const config = readCourseConfig(CONFIG, files[CONFIG] ?? 'format: 1\n');
  const { problems } = checkFiles({
    content: folder(files, 'content'),
    exercises: folder(files, 'exercises'),
    folders: { content: 'content', exercises: 'exercises' },
    leaveOut: courseOf(config.kind === 'ok' ? config.value : undefined).leaveOut,
    config: { file: CONFIG, placeOf: config.lineOf },
    names,
  });
  const wrong = config.kind === 'ok' ? [] : config.errors;
  return sortProblems([...wrong, ...[...problems.values()].flat()]).map(formatProblem);
}

/** One text of the course with a piece replaced. */
function edit(path: string, from: string, to: string): Changes {
  const text = COURSE[path] ?? '';
  expect(text).toContain(from);
  return { [path]: text.replace(from, to) };
}

const X = `${E}/exercise.mdx`;
const L = 'content/indexing/equality.mdx';
const D = 'exercises/_datasets/shop/dataset.yaml';
const inExercise = (from: string, to: string) => () => edit(X, from, to);
const inLesson = (from: string, to: string) => () => edit(L, from, to);
const files = (changes: Changes) => () => changes;

test('the course of the tables has no mistake', () => {
  expect(problemsOf({})).toEqual([]);
});

type Row = readonly [mistake: string, changes: () => Changes, message: string];

const KEYS_AND_VALUES: readonly Row[] = [
  [
    'a misspelt key',
    inExercise('minutes: 5', 'minuts: 5'),
    `${X}:8:1: “minuts” is no key. Fix: write “minutes”.`,
  ],
  [
    'a missing key',
    inExercise('minutes: 5\n', ''),
    `${X}:2:1: “minutes” is missing. Fix: add minutes: with a value.`,
  ],
  [
    'a key of a query',
    inExercise('    hidden:', '    hiden:'),
    `${X}:17:5: “hiden” is no key of the first query (“by-customer”). Fix: write “hidden”.`,
  ],
  [
    'a key of a check',
    inExercise('via: index }', 'va: index }'),
    `${X}:19:64: “va” is no key of the first check (“seeks”). Fix: write “via”.`,
  ],
  [
    'a value that is none',
    inExercise('task: tune', 'task: tun'),
    `${X}:11:7: task cannot be “tun”. Fix: write tune.`,
  ],
  [
    'a kind that is none',
    inExercise('kind: access', 'kind: acces'),
    `${X}:19:24: kind of the first check (“seeks”) cannot be “acces”. Fix: write access.`,
  ],
  [
    'a value inside a list of lists',
    inExercise('[[42]]', '[[42], [{}]]'),
    `${X}:16:20: the first value of the second shown row of the first query (“by-customer”): takes text, or takes a number, or takes true or false, or takes null. Fix: change it; it is {} now.`,
  ],
  [
    'a check without a name',
    inExercise('{ id: pages, kind: buffers', '{ kind: buffers'),
    `${X}:20:5: “id” is missing in the second check (kind buffers). Fix: add id: with a value.`,
  ],
  [
    'an amount that is none',
    inExercise('+40%', '40%'),
    `${X}:21:62: at-most of the third check (“writes”): a signed percentage, such as +40%. Fix: change it; it is “40%” now.`,
  ],
  [
    'YAML that cannot be read',
    inExercise('title: One', 'title: : One'),
    `${X}:3:8: the YAML cannot be read: Nested mappings are not allowed in compact mappings. Fix: mend it there; quote text that holds : or #.`,
  ],
  [
    'tabs',
    inExercise('  - id: by-customer', '\t- id: by-customer'),
    `${X}:14:1: the YAML cannot be read: Tabs are not allowed as indentation. Fix: indent with spaces.`,
  ],
  [
    'a number in quotes',
    inExercise('minutes: 5', 'minutes: "5"'),
    `${X}:8:10: minutes: takes a number. Fix: write 5 without quotes.`,
  ],
  [
    'a number that is too large',
    inExercise('difficulty: 1', 'difficulty: 6'),
    `${X}:7:13: difficulty: takes at most 5. Fix: change it; it is 6 now.`,
  ],
  [
    'one thing where a list is wanted',
    inExercise('[b-tree, equality]', 'b-tree'),
    `${X}:9:11: concepts: takes a list. Fix: write it in brackets: [b-tree].`,
  ],
  [
    'SQL in place of a word',
    inExercise('[create-index]', '[CREATE INDEX]'),
    `${X}:12:9: the first entry of allow cannot be “CREATE INDEX”. Fix: write create-index.`,
  ],
  [
    'a comma in a number',
    () => edit(D, 'rows: 10', 'rows: 10,000'),
    `${D}:7:5: “0” is no key of the first table (“orders”). Fix: write large numbers without a comma: 10000.`,
  ],
  [
    'front matter without an end',
    inExercise('misconceptions: [wrong-leading-column]\n---', 'misconceptions: [wrong-leading-column]'),
    `${X}:1:1: the front matter has no end. Fix: write --- on a line of its own below the last key.`,
  ],
  [
    'an empty line before the front matter',
    files({ [X]: `\n${EXERCISE}` }),
    `${X}:1:1: the front matter does not begin the file. Fix: take out what stands before the first ---.`,
  ],
  [
    'a byte order mark',
    files({ [X]: `\uFEFF${EXERCISE}` }),
    `${X}:1:1: the file begins with an invisible byte order mark. Fix: save it as UTF-8 without BOM.`,
  ],
  [
    'no front matter',
    files({ [X]: 'Hello\n' }),
    `${X}:1:1: there is no front matter. Fix: begin the file with ---, keys, and ---.`,
  ],
  [
    'no task',
    inExercise(
      '\nMake it fast: see [the lesson](../../learn/indexing/equality/) on <Term>page</Term>s.\n',
      '',
    ),
    `${X}:1:1: there is no task. Fix: say below the front matter what is asked.`,
  ],
];

const FILES: readonly Row[] = [
  [
    'a missing file',
    files({ [`${E}/solution.sql`]: undefined }),
    `${E}/solution.sql:1:1: this file is missing. Fix: add it; an exercise has exercise.mdx, start.sql and solution.sql.`,
  ],
  [
    'a misspelt file',
    files({ [`${E}/setups.sql`]: 'select 1;' }),
    `${E}/setups.sql:1:1: this file has no place in an exercise. Fix: rename it to setup.sql.`,
  ],
  [
    'an unexpected file',
    files({ [`${E}/notes.txt`]: 'x' }),
    `${E}/notes.txt:1:1: this file has no place in an exercise. Fix: remove it, or move it to also/<kebab-case>.sql or wrong/<kebab-case>.sql.`,
  ],
  [
    'an empty file',
    files({ [`${E}/also/two.sql`]: ' \n' }),
    `${E}/also/two.sql:1:1: this file is empty. Fix: write the SQL, or remove the file.`,
  ],
  [
    'a folder that is no id',
    files({
      ...Object.fromEntries(
        Object.entries(COURSE).map(([path, text]) => [path.replace(E, 'exercises/My_Orders'), text]),
      ),
      ...Object.fromEntries(
        Object.keys(COURSE)
          .filter((path) => path.startsWith(E))
          .map((path) => [path, undefined]),
      ),
    }),
    'exercises/My_Orders/exercise.mdx:1:1: the folder’s name, “My_Orders”, is no id. Fix: rename it to lower-case words joined by hyphens.',
  ],
  [
    'a file beside the lessons',
    files({ 'content/indexing/notes.txt': 'x' }),
    'content/indexing/notes.txt:1:1: this file is no lesson. Fix: name it <lesson>.mdx, or let its name begin with an underscore.',
  ],
  [
    'a lesson of no module',
    files({
      'content/loose.mdx': LESSON.replace('order: 10', 'order: 99').replace(
        '[pages](#what-it-costs)',
        'pages',
      ),
    }),
    'content/loose.mdx:1:1: a lesson stands in the folder of its module. Fix: move it to content/<module>/<lesson>.mdx.',
  ],
  [
    'a dataset without data',
    files({ 'exercises/_datasets/shop/seed.sql': undefined }),
    'exercises/_datasets/shop/seed.sql:1:1: this file is missing. Fix: add it; a dataset is made from seed.sql, from dump.sql (pg_dump in plain form) or from csv/*.csv.',
  ],
  [
    'a dataset without a description',
    files({ [D]: undefined }),
    `${D}:1:1: this file is missing. Fix: add it: it says what is in the dataset.`,
  ],
  [
    'a dataset called otherwise',
    () => edit(D, 'name: shop', 'name: shops'),
    `${D}:2:7: the dataset is called “shops”, but its folder “shop”. Fix: write name: shop.`,
  ],
  [
    'what a scaffold left to write',
    inExercise('Make it fast', 'TODO: say what is slow'),
    `${X}:25:1: this is still to be written: say what is slow: see [the lesson](../../learn/indexing/equality/) on. Fix: write it in place of the line that says TODO.`,
  ],
];

const WRONG_ANSWERS: readonly Row[] = [
  [
    'no first line',
    files({ [`${E}/wrong/c.sql`]: 'create index on orders (id);' }),
    `${E}/wrong/c.sql:1:1: the first line does not say which check must fail. Fix: begin the file with: -- fails: <check-id>.`,
  ],
  [
    'a check that is none',
    files({ [`${E}/wrong/c.sql`]: '-- fails: write\nselect 1;' }),
    `${E}/wrong/c.sql:1:1: “write” is no check of this exercise. Fix: write writes.`,
  ],
  [
    'a misconception that is not listed',
    inExercise('[wrong-leading-column]', '[low-selectivity]'),
    `${E}/wrong/a.sql:1:1: “wrong-leading-column” is not among the misconceptions of this exercise. Fix: add it to misconceptions: in exercise.mdx, or name one that is there.`,
  ],
  [
    'too few of them',
    files({ [`${E}/wrong/c.sql`]: undefined }),
    `${X}:2:1: there are 2 wrong answers. Fix: write at least 3 in wrong/.`,
  ],
];

const NAMES: readonly Row[] = [
  [
    'a dataset that is not there',
    inExercise('dataset: shop', 'dataset: shp'),
    `${X}:10:10: there is no dataset “shp”. Fix: write shop.`,
  ],
  [
    'a module that is not there',
    inExercise('module: indexing', 'module: indexes'),
    `${X}:5:9: there is no module “indexes”. Fix: name one of foundations, indexing.`,
  ],
  [
    'an extension that is not there',
    inExercise('task: tune', 'extensions: [pgtrgm]\ntask: tune'),
    `${X}:11:14: there is no extension “pgtrgm” here. Fix: write pg_trgm.`,
  ],
  [
    'a misconception that is not there',
    inExercise('[wrong-leading-column]', '[wrong-leading-column, not-in-nul]'),
    `${X}:22:40: “not-in-nul” is no misconception of the catalogue. Fix: write not-in-null.`,
  ],
  [
    'a table of access that is not there',
    inExercise('table: orders, via', 'table: order, via'),
    `${X}:19:56: check “seeks” is about the table “order”, which the dataset shop lacks. Fix: write orders.`,
  ],
  [
    'a table of wal-per-row that is not there',
    inExercise('table: orders, at-most: +', 'table: lines, at-most: +'),
    `${X}:21:45: check “writes” is about the table “lines”, which the dataset shop lacks. Fix: name one of orders.`,
  ],
  [
    'a query that is not there',
    inExercise('kind: buffers, of: by-customer', 'kind: buffers, of: by-customr'),
    `${X}:20:37: check “pages” is about “by-customr”, which is no query. Fix: write by-customer.`,
  ],
  [
    'a check given twice',
    inExercise('id: writes', 'id: pages'),
    `${X}:21:5: checks: a second “pages”. Fix: give it a name of its own.`,
  ],
  [
    'an order given twice',
    files(
      Object.fromEntries(
        Object.entries(COURSE)
          .filter(([path]) => path.startsWith(E))
          .map(([path, text]) => [path.replace(E, 'exercises/second'), text]),
      ),
    ),
    'exercises/second/exercise.mdx:6:8: order 10 in indexing is also that of customer-orders. Fix: give it another; gaps of ten leave room.',
  ],
  [
    'nothing allowed',
    inExercise('allow: [create-index]\n', ''),
    `${X}:2:1: nothing is allowed, so nothing can be changed. Fix: allow: [create-index], say.`,
  ],
  [
    'no hidden parameters',
    inExercise('    hidden: select 7\n', ''),
    `${X}:14:5: query “by-customer” has no hidden parameters. Fix: add hidden: a SELECT that returns some, so that an answer for the shown ones alone fails.`,
  ],
  [
    'too many parameters',
    inExercise('[[42]]', '[[42, 1]]'),
    `${X}:16:13: query “by-customer” takes 1 parameter, but this row has 2. Fix: write 1 value in each row.`,
  ],
];

const SQL: readonly Row[] = [
  [
    'a query that cannot be read',
    inExercise('select id from orders', 'selct id from orders'),
    `${X}:15:10: the query “by-customer” cannot be read: syntax error at or near "selct". Fix: mend the SQL there.`,
  ],
  [
    'parameters as a library writes them',
    inExercise('customer_id = $1', 'customer_id = :customer'),
    `${X}:15:10: the query “by-customer” cannot be read: syntax error at or near ":". Fix: write parameters as $1, $2, … and mend the SQL there.`,
  ],
  [
    'two statements',
    inExercise('sql: select id', 'sql: set work_mem = 64; select id'),
    `${X}:15:10: the query “by-customer” holds 2 statements. Fix: write one SELECT.`,
  ],
  [
    'a query that changes rows',
    inExercise('select id from orders where', 'delete from orders where'),
    `${X}:15:10: the query “by-customer” is no SELECT. Fix: write the SELECT that is to be planned and measured.`,
  ],
  [
    'quotation marks of a word processor',
    files({ [`${E}/also/two.sql`]: 'create index on orders (customer_id)\n  where id > ‘3’;\n' }),
    `${E}/also/two.sql:2:14: ‘ is no quotation mark in SQL. Fix: write straight ones: 'text' for a value.`,
  ],
  [
    'an answer that cannot be read',
    files({ [`${E}/solution.sql`]: '-- two lines\ncreate idnex on orders (customer_id);\n' }),
    `${E}/solution.sql:2:8: the SQL cannot be read: syntax error at or near "idnex". Fix: mend the SQL there.`,
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
    files({ [`${E}/setup.sql`]: "update orders set id = 1 where current_date > date '2024-01-01';" }),
    `${E}/setup.sql:1:32: current_date gives other values in every build, so rows, estimates and budgets depend on chance. Fix: write a literal date.`,
  ],
];

const TASKS: readonly Row[] = [
  [
    'a dead link',
    inExercise('indexing/equality/', 'indexing/equalty/'),
    `${X}:25:19: the link “../../learn/indexing/equalty/” leads to /learn/indexing/equalty/, and there is no such page. Fix: write ../../learn/indexing/equality/.`,
  ],
  [
    'an unknown term',
    inExercise('<Term>page</Term>', '<Term>pages</Term>'),
    `${X}:25:67: the term “pages” is not in the glossary. Fix: write is="page", or add “pages” to src/lesson/glossary.ts.`,
  ],
  [
    'an unknown component',
    inExercise('<Term>page</Term>', '<Trm>page</Trm>'),
    `${X}:25:67: <Trm> is no part of the lesson vocabulary. Fix: write <Term>.`,
  ],
  [
    'sources',
    inExercise('Make it fast', '<Sources />\n\nMake it fast'),
    `${X}:25:1: <Sources>: the front matter names no source. Fix: take it out.`,
  ],
];

const LESSONS: readonly Row[] = [
  [
    'a misspelt key',
    inLesson('minutes: 14', 'minuets: 14'),
    `${L}:5:1: front matter: “minuets” is no key. Fix: write “minutes”.`,
  ],
  [
    'an entry of a list',
    inLesson('Manual, url:', 'Manual, note: all of it, utl: x, url:'),
    `${L}:9:1: front matter: “utl” is no key of the first source (“Manual”). Fix: write “url”.`,
  ],
  [
    'MDX that cannot be read',
    inLesson('<Choice>Two</Choice>', '<Choice>Two'),
    `${L}:27:1: <Choice> is never closed. Fix: write </Choice> where it ends; what is fenced inside it ends with \`\`\` too.`,
  ],
  [
    'braces in prose',
    inLesson('It reads', 'The set {1, a b}. It reads'),
    `${L}:22:14: what stands between { and } is no value. Fix: in prose put it into \`code\`, or write \\{ for {; a claim has two pairs: expect={{ rows: 3 }}.`,
  ],
  [
    'a smaller-than sign in prose',
    inLesson('It reads', 'With <10 rows it reads'),
    `${L}:22:7: < begins a tag, and “1” begins no name. Fix: put it into \`code\`, or write &lt; for <.`,
  ],
  [
    'a comment of HTML',
    inLesson('It reads', '<!-- later -->\n\nIt reads'),
    `${L}:22:2: a comment of HTML cannot stand here. Fix: write it as {/* a comment */}.`,
  ],
  [
    'curly quotes in a tag',
    inLesson('caption="All orders"', 'caption=“All orders”'),
    `${L}:14:25: the value of an attribute cannot begin with “. Fix: write it in straight quotes: id="first".`,
  ],
  [
    'a fence without an end',
    inLesson('select 1;\n```', 'select 1;'),
    `${L}:14:1: <Sql> is never closed. Fix: write </Sql> where it ends; what is fenced inside it ends with \`\`\` too.`,
  ],
  [
    'front matter without an end',
    inLesson("docs/18/' }\n---", "docs/18/' }"),
    `${L}:1:1: the front matter has no end. Fix: write --- on a line of its own below the last key.`,
  ],
  [
    'a claim in text',
    inLesson('expect={{ rows: 3 }}', 'expect="rows: 3"'),
    `${L}:14:1: the claim of block “first”: it is no object. Fix: write expect={{ rows: 3 }}.`,
  ],
  [
    'a claim that there is none of',
    inLesson('{{ rows: 3 }}', '{{ pagesAtmost: 3 }}'),
    `${L}:14:1: the claim of block “first”: “pagesAtmost” is no key. Fix: write “pagesAtMost”.`,
  ],
  [
    'a node as nobody prints it',
    inLesson('{{ rows: 3 }}', "{{ node: 'SeqScan' }}"),
    `${L}:14:1: the claim of block “first”: EXPLAIN prints no “SeqScan”. Fix: write Seq Scan.`,
  ],
  [
    'a picture that is not there',
    inLesson('It reads', '![A tree](tree.svg)\n\nIt reads'),
    `${L}:22:1: there is no picture “tree.svg”. Fix: put it beside the text, or mend its name.`,
  ],
  [
    'a file’s name in words',
    files({ 'content/indexing/My Lesson.mdx': LESSON.replace('order: 10', 'order: 20') }),
    'content/indexing/My Lesson.mdx:1:1: the file’s name, “My Lesson”, is no id. Fix: rename it to my-lesson.mdx: lower-case words joined by hyphens.',
  ],
  [
    'plain Markdown with components',
    files({ [L]: undefined, 'content/indexing/equality.md': LESSON }),
    'content/indexing/equality.md:1:1: components work in MDX only. Fix: rename it to equality.mdx.',
  ],
  [
    'an unknown component',
    inLesson('<Sources />', '<Source />'),
    `${L}:31:1: <Source> is no part of the lesson vocabulary. Fix: write <Sources>.`,
  ],
  [
    'an unknown prop',
    inLesson(' plan expect', ' plann expect'),
    `${L}:14:1: <Sql>: there is no prop “plann”. Fix: write plan.`,
  ],
  [
    'a prop of another type',
    inLesson(' plan expect', ' plan="yes" expect'),
    `${L}:14:1: <Sql>: “plan” is "yes". Fix: write nothing or {true}, not text.`,
  ],
  [
    'a prop that is code',
    inLesson('expect={{ rows: 3 }}', 'expect={{ rows: n }}'),
    `${L}:14:1: <Sql>: the value of “expect” is not plain data. Fix: write plain text, numbers, true, false, arrays and objects.`,
  ],
  [
    'sources that are not there',
    inLesson("sources:\n  - { title: Manual, url: 'https://www.postgresql.org/docs/18/' }\n", ''),
    `${L}:29:1: <Sources>: the front matter names no source. Fix: add sources: with title and url, or take it out.`,
  ],
  [
    'a component used wrongly',
    inLesson('<Choice correct>', '<Choice>'),
    `${L}:24:1: <Predict>: 0 choices of “guess” are right. Fix: mark one with <Choice correct>.`,
  ],
  [
    'a block without SQL',
    inLesson('```sql\nselect 1;\n```\n\n', ''),
    `${L}:14:1: the block “first” holds no fenced SQL. Fix: put \`\`\`sql … \`\`\` between the tags, with empty lines around it.`,
  ],
  [
    'a figure of no block',
    inLesson('of="first"', 'of="frist"'),
    `${L}:22:1: a figure is of “frist”, and no block is called that. Fix: write “first”.`,
  ],
  [
    'a dead anchor',
    inLesson('(#what-it-costs)', '(#what-it-cost)'),
    `${L}:22:45: the link “#what-it-cost” leads to #what-it-cost, and that page has no such place. Fix: write #what-it-costs.`,
  ],
  [
    'a setup block that needs a later one',
    inLesson(
      '<Predict id',
      '<Sql id="later" caption="It" setup needs="first">\n\n```sql\nselect 1;\n```\n\n</Sql>\n\n<Predict id',
    ),
    `${L}:24:1: the setup block “later” needs “first”, which runs after every setup block. Fix: mark “first” with setup too, or take needs out.`,
  ],
  [
    'a module that is not there',
    files({ 'content/indexes/a.mdx': LESSON }),
    'content/indexes/a.mdx:1:1: there is no module “indexes”. Fix: name one of foundations, indexing, or add it to modules: in planwright.config.yaml.',
  ],
  [
    'an order given twice',
    files({ 'content/indexing/other.mdx': LESSON }),
    'content/indexing/other.mdx:4:1: order 10 is also that of content/indexing/equality.mdx. Fix: give it another; gaps of ten leave room.',
  ],
  [
    'an extension that is not there',
    inLesson('minutes: 14', 'minutes: 14\nextensions: [pageinspct]'),
    `${L}:6:1: there is no extension “pageinspct” here. Fix: write pageinspect.`,
  ],
];

describe.each([
  ['keys and values', KEYS_AND_VALUES],
  ['files', FILES],
  ['wrong answers', WRONG_ANSWERS],
  ['names', NAMES],
  ['SQL', SQL],
  ['tasks', TASKS],
  ['lessons', LESSONS],
] as const)('a mistake in %s', (_, rows) => {
  it.each(rows)('%s', (_mistake, changes, message) => {
    expect(problemsOf(changes())).toEqual(expect.arrayContaining([message]));
  });
});

test('there are at least eighty of them, and nothing else is said of most', () => {
  const rows = [KEYS_AND_VALUES, FILES, WRONG_ANSWERS, NAMES, SQL, TASKS, LESSONS].flat();
  expect(rows.length).toBeGreaterThanOrEqual(80);
  const alone = rows.filter(([, changes]) => problemsOf(changes()).length === 1);
  expect(alone.length).toBeGreaterThan(rows.length * 0.75);
});

test('mistakes in several files are told at once, in their order', () => {
  const changes = {
    ...edit(X, 'task: tune', 'task: tun'),
    ...edit(L, 'order: 10', 'ordr: 10'),
    ...edit(D, 'title:', 'titel:'),
  };
  const found = problemsOf(changes).map((line) => line.replace(/: .*/, ''));
  expect(found).toEqual([`${L}:1:1`, `${L}:4:1`, `${D}:1:1`, `${D}:3:1`, `${X}:11:7`]);
});

test('what is left out is not checked, and has to be there', () => {
  const without = { [CONFIG]: 'format: 1\nleave-out: [indexing/equality]\n' };
  expect(problemsOf({ ...edit(L, 'minutes: 14', 'minuets: 14'), ...without })).toEqual([
    `${X}:25:19: the link “../../learn/indexing/equality/” leads to /learn/indexing/equality/, and there is no such page. Fix: link to a page that there is.`,
  ]);
  const absent = 'format: 1\nleave-out:\n  - indexing/equality\n  - customer-order\n';
  expect(problemsOf({ [CONFIG]: absent })).toContain(
    `${CONFIG}:4:5: leave-out: there is no “customer-order”. Fix: write customer-orders.`,
  );
});
