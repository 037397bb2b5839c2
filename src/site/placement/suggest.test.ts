import { expect, it } from 'vitest';
import { type Asked, suggest } from './suggest.ts';

const asked: readonly Asked[] = ['a', 'b', 'c'].map((key) => ({
  key,
  lesson: { href: `/${key}/`, title: key },
  module: { title: key.toUpperCase() },
}));

it('suggests nothing before every question has an answer', () => {
  expect(suggest(asked, {})).toEqual({ kind: 'unfinished', left: 3 });
  expect(suggest(asked, { a: true, c: false })).toEqual({ kind: 'unfinished', left: 1 });
});

it('begins at the first question that was missed', () => {
  expect(suggest(asked, { a: true, b: false, c: false })).toEqual({
    kind: 'begin',
    at: asked[1],
    right: 1,
    of: 3,
  });
});

it('has somewhere to go for who missed none', () => {
  expect(suggest(asked, { a: true, b: true, c: true })).toEqual({ kind: 'all-right', of: 3 });
});
