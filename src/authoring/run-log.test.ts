import { describe, expect, test } from 'vitest';
import { asSentence, othersInWords } from './findings.ts';
import { createRunLog, runInWords } from './run-log.ts';

describe('the log of runs', () => {
  test('a save after a run makes it out of date, and another page’s does not', () => {
    const log = createRunLog();
    log.ran('late-parcels', 100);
    log.saved(['other'], 200);
    expect(log.lastRuns()).toEqual({ 'late-parcels': { at: 100, savedSince: false } });
    log.saved(['late-parcels'], 300);
    expect(log.lastRuns()['late-parcels']?.savedSince).toBe(true);
    log.ran('late-parcels', 400);
    expect(log.lastRuns()['late-parcels']).toEqual({ at: 400, savedSince: false });
  });

  test('a save while the answers are graded counts, and so does one of a dataset', () => {
    const log = createRunLog();
    log.saved(['a'], 150);
    log.ran('a', 100);
    log.ran('b', 100);
    expect(log.lastRuns()).toMatchObject({ a: { savedSince: true }, b: { savedSince: false } });
    log.saved([], 160);
    expect(log.lastRuns().b?.savedSince).toBe(true);
  });

  test('it is said in words', () => {
    expect(runInWords('exercise', undefined)).toBe('Answers not graded since this server started.');
    expect(runInWords('exercise', { at: 0, savedSince: true })).toMatch(
      /^Answers not graded since the last save; last graded at \d\d:\d\d:\d\d\.$/,
    );
    expect(runInWords('lesson', { at: 0, savedSince: false })).toMatch(
      /^Blocks run at .*after the last save/,
    );
  });
});

test('a finding ends with one full stop', () => {
  expect(asSentence('the budget is 95 kB.')).toBe('the budget is 95 kB.');
  expect(asSentence('write one')).toBe('write one.');
});

test.each([
  [0, 0, 'Nothing found, in this page or elsewhere in the course.'],
  [0, 1, 'Nothing found in this page; 1 found elsewhere in the course: npm run check -- --files lists it.'],
  [0, 7, 'Nothing found in this page; 7 found elsewhere in the course: npm run check -- --files lists them.'],
  [2, 0, 'Nothing found elsewhere in the course.'],
  [2, 1, '1 more found elsewhere in the course: npm run check -- --files lists it.'],
  [2, 7, '7 more found elsewhere in the course: npm run check -- --files lists them.'],
])('%i found here and %i elsewhere is said in words', (here, others, words) => {
  expect(othersInWords(here, others)).toBe(words);
});
