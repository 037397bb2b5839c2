import { expect, it } from 'vitest';
import { shownInWords } from './shown-values.ts';

it.each([
  [[[42]], ['$1 = 42']],
  [
    [
      ['a', 5],
      ['', null],
    ],
    ['$1 = a,', '$2 = 5;', "$1 = '',", '$2 = null'],
  ],
  [
    [[1], [2], [3], [4]],
    ['$1 = 1;', '$1 = 2;', '$1 = 3'],
  ],
  [[[]], []],
  [[], []],
])('%j', (shown, pieces) => {
  expect(shownInWords(shown)).toEqual(pieces);
});
