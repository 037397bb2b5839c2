import { edit, files, inLesson, type Mistake } from './mistake.ts';
import { LESSON, LESSON_FILE } from './sound-course.ts';

/** Where a lesson lies and what it is called, and what it leads to: links, pictures, imports. */
export const lessonPlaceMistakes: readonly Mistake[] = [
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
    'a picture by its place in the site',
    () => ({
      ...edit(LESSON_FILE, 'It reads', '![A tree](/tree.webp)\n\nIt reads'),
      'content/indexing/tree.webp': '',
    }),
    `${LESSON_FILE}:22:1: the picture “/tree.webp” does not work where the site is served from a sub-path. Fix: write ./tree.webp, with the picture beside the text.`,
  ],
  [
    'a picture in a tag',
    () => ({
      ...edit(LESSON_FILE, 'It reads', '<img src="./tree.webp" alt="A tree" />\n\nIt reads'),
      'content/indexing/tree.webp': '',
    }),
    `${LESSON_FILE}:22:1: <img> leads to “./tree.webp”, and the build puts no picture there. Fix: write ![what it shows](./picture.svg), with the picture beside the text.`,
  ],
  [
    'a link with a % in it',
    inLesson('[pages](#what-it-costs)', '[pages](#50%)'),
    `${LESSON_FILE}:22:45: the link “#50%” has a % that begins no character. Fix: write %25 for it.`,
  ],
  [
    'a link to a draft',
    () => ({
      ...edit(LESSON_FILE, '[pages](#what-it-costs)', '[pages](../ranges/)'),
      'content/indexing/ranges.mdx': LESSON.replace('order: 10', 'order: 20\ndraft: true'),
    }),
    `${LESSON_FILE}:22:45: the link “../ranges/” leads to a draft, which the built site leaves out. Fix: take draft: true out of it, or the link out of here.`,
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
    'a module that is not there',
    files({ 'content/indexes/a.mdx': LESSON }),
    'content/indexes/a.mdx:1:1: there is no module “indexes”. Fix: name one of foundations, indexing, or add it to modules: in planwright.config.yaml.',
  ],
  [
    'an order given twice',
    files({ 'content/indexing/other.mdx': LESSON }),
    'content/indexing/other.mdx:4:1: order 10 is also that of content/indexing/equality.mdx. Fix: give it another; gaps of ten leave room.',
  ],
];
