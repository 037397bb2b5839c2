import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { namesExercise } from './names-exercise.ts';

it('finds an exercise in any list of a lesson, by its whole name', () => {
  const text = `Prose.\n\n<Exercises ids={['one', "two-of-them"]} />\n\nMore.\n\n<Exercises\n  ids={[\n    'three',\n  ]}\n/>`;
  expect(['one', 'two-of-them', 'three'].map((id) => namesExercise(text, id))).toEqual([true, true, true]);
  expect(['two', 'one-more', 'Prose'].map((id) => namesExercise(text, id))).toEqual([false, false, false]);
});

it('finds every exercise of the course in a lesson', () => {
  const root = new URL('../../', import.meta.url);
  const lessons = readdirSync(new URL('content/', root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => readFileSync(new URL(`content/${file}`, root), 'utf8'));
  const exercises = readdirSync(new URL('exercises/', root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name);
  expect(exercises.length).toBeGreaterThan(70);
  expect(exercises.filter((id) => !lessons.some((text) => namesExercise(text, id)))).toEqual([]);
});
