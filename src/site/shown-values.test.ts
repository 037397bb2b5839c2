import { expect, it } from 'vitest';
import { shownInWords } from './shown-values.ts';

it.each([
  [[[42]], '$1\u00a0=\u00a042'],
  [
    [
      ['a', 5],
      ['', null],
    ],
    "$1\u00a0=\u00a0a, $2\u00a0=\u00a05; $1\u00a0=\u00a0'', $2\u00a0=\u00a0null",
  ],
  [[[1], [2], [3], [4]], '$1\u00a0=\u00a01; $1\u00a0=\u00a02; $1\u00a0=\u00a03'],
  [[[]], undefined],
  [[], undefined],
])('%j', (shown, text) => {
  expect(shownInWords(shown)).toBe(text);
});
