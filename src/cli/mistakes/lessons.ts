import { edit, files, inLesson, type Mistake } from './mistake.ts';
import { LESSON, LESSON_FILE } from './sound-course.ts';

export const lessonMistakes: readonly Mistake[] = [
  [
    'a misspelt key',
    inLesson('minutes: 14', 'minuets: 14'),
    `${LESSON_FILE}:5:1: front matter: “minuets” is no key. Fix: write “minutes”.`,
  ],
  [
    'an entry of a list',
    inLesson('Manual, url:', 'Manual, note: all of it, utl: x, url:'),
    `${LESSON_FILE}:9:1: front matter: “utl” is no key of the first source (“Manual”). Fix: write “url”.`,
  ],
  [
    'MDX that cannot be read',
    inLesson('<Choice>Two</Choice>', '<Choice>Two'),
    `${LESSON_FILE}:27:1: <Choice> is never closed. Fix: write </Choice> where it ends; what is fenced inside it ends with \`\`\` too.`,
  ],
  [
    'braces in prose',
    inLesson('It reads', 'The set {1, a b}. It reads'),
    `${LESSON_FILE}:22:14: what stands between { and } is no value. Fix: in prose put it into \`code\`, or write \\{ for {; a claim has two pairs: expect={{ rows: 3 }}.`,
  ],
  [
    'a name in braces in prose',
    inLesson('It reads', 'The set {a} of rows. It reads'),
    `${LESSON_FILE}:22:10: what stands between { and } is the name “a”, which nothing gives a value. Fix: in prose put it into \`code\`, or write \\{ for {.`,
  ],
  [
    'a name in braces in a tag of HTML',
    inLesson('It reads', 'A <b title={set}>row</b>. It reads'),
    `${LESSON_FILE}:22:13: what stands between { and } is the name “set”, which nothing gives a value. Fix: in prose put it into \`code\`, or write \\{ for {.`,
  ],
  [
    'a smaller-than sign in prose',
    inLesson('It reads', 'With <10 rows it reads'),
    `${LESSON_FILE}:22:7: < begins a tag, and “1” begins no name. Fix: put it into \`code\`, or write &lt; for <.`,
  ],
  [
    'a comment of HTML',
    inLesson('It reads', '<!-- later -->\n\nIt reads'),
    `${LESSON_FILE}:22:2: a comment of HTML cannot stand here. Fix: write it as {/* a comment */}.`,
  ],
  [
    'curly quotes in a tag',
    inLesson('caption="All orders"', 'caption=“All orders”'),
    `${LESSON_FILE}:14:25: the value of an attribute cannot begin with “. Fix: write it in straight quotes: id="first".`,
  ],
  [
    'a fence without an end',
    inLesson('select 1;\n```', 'select 1;'),
    `${LESSON_FILE}:14:1: <Sql> is never closed. Fix: write </Sql> where it ends; what is fenced inside it ends with \`\`\` too.`,
  ],
  [
    'front matter without an end',
    inLesson("docs/18/' }\n---", "docs/18/' }"),
    `${LESSON_FILE}:1:1: the front matter has no end. Fix: write --- on a line of its own below the last key.`,
  ],
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
    'a tab in the front matter',
    inLesson('minutes: 14', '\tminutes: 14'),
    `${LESSON_FILE}:5:1: the YAML cannot be read: Tabs are not allowed as indentation. Fix: indent with spaces.`,
  ],
  [
    'a picture that is not there',
    inLesson('It reads', '![A tree](tree.svg)\n\nIt reads'),
    `${LESSON_FILE}:22:1: there is no picture “tree.svg”. Fix: put it beside the text, or mend its name.`,
  ],
  [
    'a misspelt picture',
    () => ({
      ...edit(LESSON_FILE, 'It reads', '![A tree](tre.webp)\n\nIt reads'),
      'content/indexing/tree.webp': '',
    }),
    `${LESSON_FILE}:22:1: there is no picture “tre.webp”. Fix: write ./tree.webp.`,
  ],
  [
    'an import that leads nowhere',
    inLesson('## What', "import Tree from './Tree.astro'\n\n## What"),
    `${LESSON_FILE}:12:18: there is nothing to import at “./Tree.astro”. Fix: import a file that there is.`,
  ],
  [
    'an import of a misspelt file',
    () => ({
      ...edit(LESSON_FILE, '## What', "import Tree from './Tre.astro'\n\n## What"),
      'content/indexing/Tree.astro': '<p />',
    }),
    `${LESSON_FILE}:12:18: there is nothing to import at “./Tre.astro”. Fix: write ./Tree.astro.`,
  ],
  [
    'a package that is not there',
    inLesson('## What', "import chart from 'chart'\n\n## What"),
    `${LESSON_FILE}:12:19: there is nothing to import at “chart”. Fix: import a package that is installed.`,
  ],
  [
    'a file’s name in words',
    files({ 'content/indexing/My Lesson.mdx': LESSON.replace('order: 10', 'order: 20') }),
    'content/indexing/My Lesson.mdx:1:1: the file’s name, “My Lesson”, is no id. Fix: rename it to my-lesson.mdx: lower-case words joined by hyphens.',
  ],
  [
    'plain Markdown with components',
    files({ [LESSON_FILE]: undefined, 'content/indexing/equality.md': LESSON }),
    'content/indexing/equality.md:1:1: components work in MDX only. Fix: rename it to equality.mdx.',
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
    'no front matter',
    files({ [LESSON_FILE]: 'Text alone.\n' }),
    `${LESSON_FILE}:1:1: there is no front matter. Fix: begin the file with ---, title: …, description: …, order: …, minutes: …, outcomes: …, and ---.`,
  ],
  [
    'a key given twice',
    inLesson('minutes: 14', 'minutes: 14\norder: 20'),
    `${LESSON_FILE}:6:1: “order” stands there twice. Fix: take one of them out.`,
  ],
  [
    'an exercise that is left out',
    files({
      'planwright.config.yaml': 'format: 1\nleave-out: [customer-orders]\n',
      [LESSON_FILE]: LESSON.replace('<Sources />', "<Exercises ids={['customer-orders']} />\n\n<Sources />"),
    }),
    `${LESSON_FILE}:31:1: the exercise “customer-orders” is left out of the course. Fix: take it out of leave-out in planwright.config.yaml, or out of here.`,
  ],
  [
    'a link without an address',
    inLesson('(#what-it-costs)', '()'),
    `${LESSON_FILE}:22:45: a link has no address. Fix: write it between its parentheses.`,
  ],
  [
    'a link of a protocol that there is not',
    inLesson('(#what-it-costs)', '(htp://x)'),
    `${LESSON_FILE}:22:45: the link “htp://x” begins with htp:, which no browser opens. Fix: begin it with http:.`,
  ],
  [
    'a name with marks on its letters',
    files({ 'content/indexing/übung.mdx': LESSON.replace('order: 10', 'order: 20') }),
    'content/indexing/übung.mdx:1:1: the file’s name, “übung”, is no id. Fix: rename it to ubung.mdx: lower-case words joined by hyphens.',
  ],
  [
    'a lesson called index',
    files({ 'content/indexing/index.mdx': LESSON.replace('order: 10', 'order: 20') }),
    'content/indexing/index.mdx:1:1: the file’s name, “index”, is that of a folder’s own page. Fix: name it after what it is about: <lesson>.mdx.',
  ],
  [
    'a dead anchor',
    inLesson('(#what-it-costs)', '(#what-it-cost)'),
    `${LESSON_FILE}:22:45: the link “#what-it-cost” leads to #what-it-cost, and that page has no such place. Fix: write #what-it-costs.`,
  ],
  [
    'a setup block that needs a later one',
    inLesson(
      '<Predict id',
      '<Sql id="later" caption="It" setup needs="first">\n\n```sql\nselect 1;\n```\n\n</Sql>\n\n<Predict id',
    ),
    `${LESSON_FILE}:24:1: the setup block “later” needs “first”, which runs after every setup block. Fix: mark “first” with setup too, or take needs out.`,
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
    `${LESSON_FILE}:6:1: there is no extension “pageinspct” here. Fix: write pageinspect.`,
  ],
];
