import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { namedExercises } from './names-exercise.ts';

it('finds an exercise in any list of a lesson, by its whole name', () => {
  const text = `Prose.\n\n<Exercises ids={['one', "two-of-them"]} />\n\nMore.\n\n<Exercises\n  ids={[\n    'three',\n  ]}\n/>`;
  expect([...namedExercises(text)]).toEqual(['one', 'two-of-them', 'three']);
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
  const named = new Set(lessons.flatMap((text) => [...namedExercises(text)]));
  expect(exercises.filter((id) => !named.has(id))).toEqual([]);
});
