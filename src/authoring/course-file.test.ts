import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findCourse } from './course-file.ts';

const NAMES = ['PLANWRIGHT_CONFIG', 'PLANWRIGHT_CONTENT', 'PLANWRIGHT_EXERCISES'];
let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'planwright-course-')));
});
afterEach(() => {
  for (const name of NAMES) delete process.env[name];
  rmSync(folder, { recursive: true });
});

function configured(text: string) {
  const file = join(folder, 'planwright.config.yaml');
  writeFileSync(file, text);
  process.env.PLANWRIGHT_CONFIG = file;
  return findCourse('/project');
}

test('without a configuration it is the course that comes with Planwright', () => {
  const { course, content, exercises, elsewhere, publicFolder } = findCourse('/project');
  expect(course).toMatchObject({ title: 'Planwright', colour: undefined, leaveOut: [] });
  expect(course.modules.length).toBeGreaterThan(5);
  expect([content, exercises, publicFolder]).toEqual([
    '/project/content',
    '/project/exercises',
    '/project/public',
  ]);
  expect(elsewhere).toBe(false);
});

test('a configuration names folders beside it, modules in order, and what is left out', () => {
  mkdirSync(join(folder, 'lessons'));
  const found = configured(`format: 1
title: Databases II
colour: { light: '#8a1f4b', dark: '#f08bb5' }
content: lessons
modules: [{ id: week-one }, { id: indexing }, { id: week-two, title: Second week, promise: Read. }]
leave-out: [week-one/draft]
glossary: { Rideshare: One ride of several. }
`);
  expect(found.errors).toEqual([]);
  expect(found.course.modules.map(({ id, title }) => [id, title])).toEqual([
    ['week-one', 'Week one'],
    ['indexing', 'Indexing'],
    ['week-two', 'Second week'],
  ]);
  expect(found.course.leaveOut).toEqual(['week-one/draft']);
  expect(found.course.glossary).toEqual({ rideshare: 'One ride of several.' });
  expect([found.content, found.exercises]).toEqual([join(folder, 'lessons'), join(folder, 'exercises')]);
  expect(found.elsewhere).toBe(true);
  expect(found.publicFolder).toMatch(/^\/project\/\.cache\/courses\/[0-9a-f]{12}\/public$/);
});

test('variables replace its folders', () => {
  process.env.PLANWRIGHT_EXERCISES = folder;
  expect(findCourse('/project')).toMatchObject({
    content: '/project/content',
    exercises: folder,
    elsewhere: true,
    errors: [],
    known: true,
  });
});

test('a course below a link is where the link leads, as Vite calls its files', () => {
  mkdirSync(join(folder, 'course', 'lessons'), { recursive: true });
  writeFileSync(join(folder, 'course', 'planwright.config.yaml'), 'format: 1\ncontent: lessons\n');
  symlinkSync(join(folder, 'course'), join(folder, 'link'));
  const [linked, direct] = ['link', 'course'].map((name) => {
    process.env.PLANWRIGHT_CONFIG = join(folder, name, 'planwright.config.yaml');
    return findCourse('/project');
  });
  const course = join(folder, 'course');
  expect([linked?.content, linked?.exercises]).toEqual([join(course, 'lessons'), join(course, 'exercises')]);
  expect(linked?.publicFolder).toBe(direct?.publicFolder);
  process.env.PLANWRIGHT_CONTENT = join(folder, 'link', 'lessons');
  expect(findCourse('/project').content).toBe(join(course, 'lessons'));
});

test('the project’s own folders stay its own where they are links', () => {
  for (const name of ['content', 'exercises']) {
    mkdirSync(join(folder, 'stored', name), { recursive: true });
    mkdirSync(join(folder, 'project'), { recursive: true });
    symlinkSync(join(folder, 'stored', name), join(folder, 'project', name));
  }
  expect(findCourse(join(folder, 'project'))).toMatchObject({
    content: join(folder, 'stored', 'content'),
    elsewhere: false,
  });
});

test.each([
  ['format: 1\ntitel: x\n', /:2:1: “titel” is no key\. Fix: write “title”/],
  [
    "format: 1\ncolour: { light: '#ffd0e0', dark: '#f08bb5' }\n",
    /:2:18: colour\.light does not fit\. Fix: #ffd0e0 has a contrast of 1\.\d to the light page; text needs 4\.5: take a darker one/,
  ],
  [
    'format: 1\ncontent: lesson\n',
    /:2:10: content: there is no folder “lesson” beside this file\. Fix: make it, or name the one that there is/,
  ],
  [
    'format: 1\nmodules: [{ id: one }, { id: two }, { id: one }]\n',
    /:2:37: modules: a second “one”\. Fix: take one out/,
  ],
  [
    'format: 1\nmodules: [{ id: Week One }]\n',
    /:2:17: id of the first module \(“Week One”\): must be kebab-case/,
  ],
])('a mistake in it is told with its place: %j', (text, message) => {
  const lines = configured(text).errors.map(
    (e) => `${e.file}:${e.line}:${e.column}: ${e.what}. Fix: ${e.fix}`,
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(message);
});

test.each([
  ['PLANWRIGHT_CONFIG', 'none.yaml', 'this file is missing, and PLANWRIGHT_CONFIG names it'],
  ['PLANWRIGHT_CONTENT', 'lessons', 'this folder is missing, and PLANWRIGHT_CONTENT names it'],
  ['PLANWRIGHT_EXERCISES', 'tasks', 'this folder is missing, and PLANWRIGHT_EXERCISES names it'],
])('where %s names what is not there, it is not known which course is meant', (name, path, what) => {
  process.env[name] = join(folder, path);
  expect(findCourse('/project')).toMatchObject({
    errors: [{ file: join(folder, path), what }],
    known: false,
  });
});

test('nor where the file has a mistake; of one whose folders are not made yet it is', () => {
  expect(configured('format: 2\n').known).toBe(false);
  expect(configured('format: 1\ncontent: lessons\n')).toMatchObject({ errors: [{ line: 2 }], known: true });
});
