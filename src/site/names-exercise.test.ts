import { expect, it } from 'vitest';
import { namesExercise } from './names-exercise.ts';

it('finds an exercise in any list of a lesson, by its whole name', () => {
  const text = `Prose.\n\n<Exercises ids={['one', "two-of-them"]} />\n\nMore.\n\n<Exercises\n  ids={[\n    'three',\n  ]}\n/>`;
  expect(['one', 'two-of-them', 'three'].map((id) => namesExercise(text, id))).toEqual([true, true, true]);
  expect(['two', 'one-more', 'Prose'].map((id) => namesExercise(text, id))).toEqual([false, false, false]);
});
