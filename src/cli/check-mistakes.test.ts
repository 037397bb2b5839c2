import { beforeAll, describe, expect, it, test } from 'vitest';
import { courseOf } from '../course/course-config.ts';
import { readCourseConfig } from '../course/read-course-config.ts';
import { allMisconceptions } from '../grader/misconceptions/all-misconceptions.ts';
import { loadParser } from '../sql/parse.ts';
import type { CourseFiles } from './check-course-files.ts';
import { checkFiles } from './check-files.ts';
import { readComponentProps } from './check-load.ts';
import { type DecodedFiles, decodeFiles } from './decode-files.ts';
import { fileMistakes } from './mistakes/files.ts';
import { keysAndValues } from './mistakes/keys-and-values.ts';
import { lessonPartMistakes } from './mistakes/lesson-parts.ts';
import { lessonPlaceMistakes } from './mistakes/lesson-places.ts';
import { lessonTextMistakes } from './mistakes/lesson-text.ts';
import { type Changes, edit, LINK } from './mistakes/mistake.ts';
import { nameMistakes } from './mistakes/names.ts';
import { COURSE, DATASET_FILE, EXERCISE_FILE, LESSON_FILE } from './mistakes/sound-course.ts';
import { sqlMistakes } from './mistakes/sql.ts';
import { taskMistakes } from './mistakes/tasks.ts';
import { wrongAnswers } from './mistakes/wrong-answers.ts';
import { formatProblem, sortProblems } from './problems.ts';

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

function folder(files: Changes, top: string): DecodedFiles {
  const inside = Object.entries(files).flatMap(([path, file]) =>
    path.startsWith(`${top}/`) && file !== undefined
      ? [[path.slice(top.length + 1), Buffer.from(file)] as const]
      : [],
  );
  return decodeFiles(new Map(inside), top);
}

const CONFIG = 'planwright.config.yaml';

/** Every problem of the course with these files changed, as it is printed. */
function problemsOf(changes: Changes): readonly string[] {
  const all = Object.entries({ ...COURSE, ...changes });
  const links = all.flatMap(([path, text]) => (text === LINK ? path : []));
  const files = Object.fromEntries(all.filter(([, text]) => text !== LINK));
  const config = readCourseConfig(CONFIG, Buffer.from(files[CONFIG] ?? 'format: 1\n'));
  const [content, exercises] = [folder(files, 'content'), folder(files, 'exercises')];
  const { problems } = checkFiles({
    content: content.texts,
    exercises: exercises.texts,
    undecoded: [...content.undecoded, ...exercises.undecoded],
    folders: { content: 'content', exercises: 'exercises' },
    isThere: (file) => files[file] !== undefined || file === 'src/lesson/Sql.astro',
    project: '',
    links,
    leaveOut: courseOf(config.kind === 'ok' ? config.value : undefined).leaveOut,
    config: { file: CONFIG, placeOf: config.lineOf },
    names,
  });
  const wrong = config.kind === 'ok' ? [] : config.errors;
  return sortProblems([...wrong, ...[...problems.values()].flat()]).map(formatProblem);
}

test('the course of the tables has no mistake', () => {
  expect(problemsOf({})).toEqual([]);
});

test('of a file that is not UTF-8 nothing else is told', () => {
  const bytes = Buffer.from(`\uFEFF${COURSE[EXERCISE_FILE]}`, 'utf16le');
  expect(problemsOf({ [EXERCISE_FILE]: bytes })).toHaveLength(1);
});

test('the character that stands for what was lost is one like any other', () => {
  expect(problemsOf(edit(LESSON_FILE, 'It reads', 'With \uFFFD it reads'))).toEqual([]);
});

test('tags of HTML are no mistake', () => {
  const html = '<figure class="wide"><img src="https://a.example/b.png" alt="" /></figure>\n\n<Sources />';
  expect(problemsOf(edit(LESSON_FILE, '<Sources />', html))).toEqual([]);
});

test('links are an author’s own in a folder of theirs, and as pictures', () => {
  const links = { 'content/_old/linked.mdx': LINK, 'content/indexing/tree.png': LINK };
  expect(problemsOf(links)).toEqual([]);
});

test.each([
  ['tables:', 'tabels:'],
  ['name: orders', 'name: order'],
  ['rows: 10', 'rows: ten'],
])('a mistake in a description of rows from files is not told of what uses them: %s', (from, to) => {
  const found = problemsOf({
    ...edit(DATASET_FILE, from, to),
    ...edit(LESSON_FILE, '{{ rows: 3 }}', "{{ none: 'Seq Scan', on: 'orders' }}"),
    'exercises/_datasets/shop/seed.sql': undefined,
    'exercises/_datasets/shop/csv/orders.csv': '',
  });
  expect(found.filter((line) => !line.startsWith(DATASET_FILE))).toEqual([]);
});

test('imports that lead somewhere are none', () => {
  const imports = `import Tree from './Tree.astro'
import data from '../_data'
import Sql from '/src/lesson/Sql.astro'
import { Image } from 'astro:assets'
`;
  const there = { 'content/indexing/Tree.astro': '<p />', 'content/_data/index.ts': 'export default 1' };
  const named = edit(LESSON_FILE, '## What', `${imports}\n## What`);
  expect(problemsOf({ ...named, ...there })).toEqual([]);
});

const MISTAKES = [
  ['keys and values', keysAndValues],
  ['files', fileMistakes],
  ['wrong answers', wrongAnswers],
  ['names', nameMistakes],
  ['SQL', sqlMistakes],
  ['tasks', taskMistakes],
  ['the text of a lesson', lessonTextMistakes],
  ['the parts of a lesson', lessonPartMistakes],
  ['the place of a lesson and where it leads', lessonPlaceMistakes],
] as const;

describe.each(MISTAKES)('a mistake in %s', (_, mistakes) => {
  it.each(mistakes)('%s', (_mistake, changes, message) => {
    expect(problemsOf(changes())).toEqual(expect.arrayContaining([message]));
  });
});

test('there are at least eighty of them, and nothing else is said of most', () => {
  const mistakes = MISTAKES.flatMap(([, rows]) => rows);
  expect(mistakes.length).toBeGreaterThanOrEqual(80);
  const alone = mistakes.filter(([, changes]) => problemsOf(changes()).length === 1);
  expect(alone.length).toBeGreaterThan(mistakes.length * 0.75);
});

test('mistakes in several files are told at once, in their order', () => {
  const changes = {
    ...edit(EXERCISE_FILE, 'task: tune', 'task: tun'),
    ...edit(LESSON_FILE, 'order: 10', 'ordr: 10'),
    ...edit(DATASET_FILE, 'title:', 'titel:'),
  };
  const found = problemsOf(changes).map((line) => line.replace(/: .*/, ''));
  expect(found).toEqual([
    `${LESSON_FILE}:1:1`,
    `${LESSON_FILE}:4:1`,
    `${DATASET_FILE}:1:1`,
    `${DATASET_FILE}:3:1`,
    `${EXERCISE_FILE}:11:7`,
  ]);
});

test('what is left out is not checked, and has to be there', () => {
  const without = { [CONFIG]: 'format: 1\nleave-out: [indexing/equality]\n' };
  expect(problemsOf({ ...edit(LESSON_FILE, 'minutes: 14', 'minuets: 14'), ...without })).toEqual([
    `${EXERCISE_FILE}:25:19: the link “../../learn/indexing/equality/” leads to /learn/indexing/equality/, and there is no such page. Fix: link to a page that there is.`,
  ]);
  const absent = 'format: 1\nleave-out:\n  - indexing/equality\n  - customer-order\n';
  expect(problemsOf({ [CONFIG]: absent })).toContain(
    `${CONFIG}:4:5: leave-out: there is no “customer-order”. Fix: write customer-orders.`,
  );
});
