import { expect, it } from 'vitest';
import { keepUnits, keepUnitsAfterFigure } from '../islands/keep-units.ts';
import { inlineCode } from './inline-code.ts';

const marked = (text: string) => text.replaceAll('\u00a0', '~');

it.each([
  ['a page of 8 kB.', 'a page of 8~kB.'],
  ['1,693 pages, 15,000 rows', '1,693~pages, 15,000~rows'],
  ['3 ms of 0.5 s', '3~ms of 0.5~s'],
  ['2 % and 30 per cent', '2~% and 30~per~cent'],
  ['on 1 March 2024', 'on 1~March 2024'],
  ['1 entry\u2019s page', '1~entry\u2019s page'],
])('keeps a figure with its unit: %s', (text, kept) => {
  expect(marked(keepUnits(text))).toBe(kept);
});

it.each(['ten pages', '22 orders', 'version 18 says so', 'in 2 sets', 'a 6 kB-long text'])(
  'leaves the rest as it is: %s',
  (text) => {
    expect(keepUnits(text)).toBe(text);
  },
);

it('keeps a unit with the figure before the text', () => {
  expect(marked(keepUnitsAfterFigure(' pages and 3 ms'))).toBe('~pages and 3~ms');
  expect(marked(keepUnitsAfterFigure(' per cent'))).toBe('~per~cent');
  expect(keepUnitsAfterFigure('pages')).toBe('pages');
  expect(keepUnits(' pages')).toBe(' pages');
});

it('keeps units in attributes, code left out', () => {
  expect(marked(inlineCode('8 kB in `limit 10 rows`'))).toBe('8~kB in <code>limit 10 rows</code>');
});
