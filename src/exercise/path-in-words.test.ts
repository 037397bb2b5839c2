import { expect, test } from 'vitest';
import { pathInWords } from './path-in-words.ts';

const written = {
  checks: [{ id: 'seeks' }, { kind: 'rows', runs: { q: 'x' } }],
  concepts: ['a', 'b'],
  'equivalent-mutants': Array.from({ length: 23 }, () => ({})),
};

test.each([
  [[], 'the front matter'],
  [['title'], 'title'],
  [['colour', 'light'], 'colour.light'],
  [['checks', 0], 'the first check (“seeks”)'],
  [['checks', 1, 'runs', 'q'], 'runs.q of the second check (kind rows)'],
  [['concepts', 1], 'the second entry of concepts'],
  [['workload', 0, 'shown', 1, 2], 'the third value of the second shown row of the first query'],
  [['equivalent-mutants', 10], 'the 11th mutant'],
  [['equivalent-mutants', 21, 'because'], 'because of the 22nd mutant'],
] as const)('%j is %s', (path, words) => {
  expect(pathInWords(path, written)).toBe(words);
});
