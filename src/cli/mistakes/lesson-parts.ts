import { inLesson, type Mistake } from './mistake.ts';
import { LESSON_FILE } from './sound-course.ts';

/** Components of a lesson, their props, blocks, claims and figures. */
export const lessonPartMistakes: readonly Mistake[] = [
  [
    'a claim in text',
    inLesson('expect={{ rows: 3 }}', 'expect="rows: 3"'),
    `${LESSON_FILE}:14:1: the claim of block “first”: it is no object. Fix: write expect={{ rows: 3 }}.`,
  ],
  [
    'a claim that there is none of',
    inLesson('{{ rows: 3 }}', '{{ pagesAtmost: 3 }}'),
    `${LESSON_FILE}:14:1: the claim of block “first”: “pagesAtmost” is no key. Fix: write “pagesAtMost”.`,
  ],
  [
    'a claim of nothing',
    inLesson('{{ rows: 3 }}', '{{}}'),
    `${LESSON_FILE}:14:1: the claim of block “first”: it claims nothing. Fix: write what docs/authoring.md says under “expect”; the page /teach/ has it too.`,
  ],
  [
    'a second fence in a block',
    inLesson('select 1;\n```\n', 'select 1;\n```\n\n```sql\nselect 2;\n```\n'),
    `${LESSON_FILE}:20:1: the block “first” holds more than one fence of SQL, which is all that is run. Fix: put it behind </Sql>, SQL into a block of its own.`,
  ],
  [
    'a node as nobody prints it',
    inLesson('{{ rows: 3 }}', "{{ node: 'SeqScan' }}"),
    `${LESSON_FILE}:14:1: the claim of block “first”: EXPLAIN prints no “SeqScan”. Fix: write Seq Scan.`,
  ],
  [
    'a claim that nothing is on a misspelt table',
    inLesson('{{ rows: 3 }}', "{{ none: 'Seq Scan', on: 'order' }}"),
    `${LESSON_FILE}:14:1: the claim of block “first”: there is no table “order”, so the claim would always hold. Fix: write orders.`,
  ],
  [
    'an unknown component',
    inLesson('<Sources />', '<Source />'),
    `${LESSON_FILE}:31:1: <Source> is no part of the lesson vocabulary. Fix: write <Sources>.`,
  ],
  [
    'a component in lower case',
    inLesson('<Sources />', '<recall question="Why?">Because.</recall>\n\n<Sources />'),
    `${LESSON_FILE}:31:1: <recall> is no component, and nothing of HTML. Fix: write <Recall>.`,
  ],
  [
    'a component in lower case whose name is one of HTML too',
    inLesson('It reads', 'It reads <figure of="first" show="pages" />,'),
    `${LESSON_FILE}:22:10: <figure> is HTML, which takes no “of”. Fix: write <Figure>.`,
  ],
  [
    'an unknown prop',
    inLesson(' plan expect', ' plann expect'),
    `${LESSON_FILE}:14:1: <Sql>: there is no prop “plann”. Fix: write plan.`,
  ],
  [
    'a prop of another type',
    inLesson(' plan expect', ' plan="yes" expect'),
    `${LESSON_FILE}:14:1: <Sql>: “plan” is "yes". Fix: write nothing or {true}, not text.`,
  ],
  [
    'a prop that is code',
    inLesson('expect={{ rows: 3 }}', 'expect={{ rows: n }}'),
    `${LESSON_FILE}:14:1: <Sql>: “rows: n” in the value of “expect” is not plain data. Fix: write n in quotes, where it is text: 'n'.`,
  ],
  [
    'a prop that is a sum',
    inLesson('expect={{ rows: 3 }}', 'expect={{ rows: 1 + 2 }}'),
    `${LESSON_FILE}:14:1: <Sql>: “rows” in the value of “expect” is not plain data. Fix: write plain text, numbers, true, false, arrays and objects.`,
  ],
  [
    'a table without quotes beside a misspelt key, of which one is told',
    inLesson('{{ rows: 3 }}', "{{ nod: 'Seq Scan', on: orders }}"),
    `${LESSON_FILE}:14:1: <Sql>: “on: orders” in the value of “expect” is not plain data. Fix: write orders in quotes, where it is text: 'orders'.`,
  ],
  [
    'and the other as well',
    inLesson('{{ rows: 3 }}', "{{ nod: 'Seq Scan', on: orders }}"),
    `${LESSON_FILE}:14:1: the claim of block “first”: “nod” is no key. Fix: write “node”.`,
  ],
  [
    'a node that is none beside a claim that is none',
    inLesson('{{ rows: 3 }}', "{{ node: 'SeqScan', on: 'orders', pages: 100 }}"),
    `${LESSON_FILE}:14:1: the claim of block “first”: EXPLAIN prints no “SeqScan”. Fix: write Seq Scan.`,
  ],
  [
    'sources that are not there',
    inLesson("sources:\n  - { title: Manual, url: 'https://www.postgresql.org/docs/18/' }\n", ''),
    `${LESSON_FILE}:29:1: <Sources>: the front matter names no source. Fix: add sources: with title and url, or take it out.`,
  ],
  [
    'a component used wrongly',
    inLesson('<Choice correct>', '<Choice>'),
    `${LESSON_FILE}:24:1: <Predict>: 0 choices of “guess” are right. Fix: mark one with <Choice correct>.`,
  ],
  [
    'a reply to who was right',
    inLesson('<Choice correct>', '<Choice correct reply="So it is.">'),
    `${LESSON_FILE}:24:1: <Predict>: the right choice of “guess” has a reply. Fix: write it into <Answer>, which every reader is shown.`,
  ],
  [
    'a reply that says nothing',
    inLesson('<Choice>Two', '<Choice reply="">Two'),
    `${LESSON_FILE}:24:1: <Predict>: a choice of “guess” has a reply that says nothing. Fix: write reply="where that goes wrong", or take it out.`,
  ],
  [
    'a block without SQL',
    inLesson('```sql\nselect 1;\n```\n\n', ''),
    `${LESSON_FILE}:14:1: the block “first” holds no fenced SQL. Fix: put \`\`\`sql … \`\`\` between the tags, with empty lines around it.`,
  ],
  [
    'a figure of no block',
    inLesson('of="first"', 'of="frist"'),
    `${LESSON_FILE}:22:1: a figure is of “frist”, and no block is called that. Fix: write “first”.`,
  ],
  [
    'a figure that names no block',
    inLesson('of="first" ', ''),
    `${LESSON_FILE}:22:1: a figure names no block. Fix: write of="first", or the id of another block.`,
  ],
  [
    'a setup block that needs a later one',
    inLesson(
      '<Predict id',
      '<Sql id="later" caption="It" setup needs="first">\n\n```sql\nselect 1;\n```\n\n</Sql>\n\n<Predict id',
    ),
    `${LESSON_FILE}:24:1: the setup block “later” needs “first”, which runs after every setup block. Fix: mark “first” with setup too, or take needs out.`,
  ],
];
