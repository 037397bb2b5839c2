import { files, inLesson, type Mistake } from './mistake.ts';
import { LESSON_FILE } from './sound-course.ts';

/** What keeps a lesson’s file from being read: its front matter and its MDX. */
export const lessonTextMistakes: readonly Mistake[] = [
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
    'a tab in the front matter',
    inLesson('minutes: 14', '\tminutes: 14'),
    `${LESSON_FILE}:5:1: the YAML cannot be read: Tabs are not allowed as indentation. Fix: indent with spaces.`,
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
    'an extension that is not there',
    inLesson('minutes: 14', 'minutes: 14\nextensions: [pageinspct]'),
    `${LESSON_FILE}:6:1: there is no extension “pageinspct” here. Fix: write pageinspect.`,
  ],
];
