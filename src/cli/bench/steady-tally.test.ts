import { describe, expect, test } from 'vitest';
import { differencesOf, type Outcome, rowsOf, type Series, weighSeries } from './steady-tally.ts';

const GOOD: Outcome = { verdict: 'passed', evidence: 'abc', ms: 100 };

function series(where: string, outcomes: readonly Outcome[], submission = 'a/solution.sql'): Series {
  return { where, load: 'idle', slowdown: 1, submission, outcomes };
}

describe('steadiness', () => {
  test('the same everywhere is steady', () => {
    const weighed = weighSeries([series('Node', [GOOD, { ...GOOD, ms: 300 }]), series('Chromium', [GOOD])]);
    expect(weighed.steady).toBe(true);
    expect(weighed.series[0]).toMatchObject({ times: 2, medianMs: 200, unlike: 0, hashes: { abc: 2 } });
  });

  test('submissions are held against themselves only', () => {
    const other = { ...GOOD, verdict: 'not yet', evidence: 'xyz' };
    expect(weighSeries([series('Node', [GOOD]), series('Node', [other], 'a/wrong.sql')]).steady).toBe(true);
  });

  test.each([
    ['another verdict', { ...GOOD, verdict: 'not yet' }],
    ['another hash', { ...GOOD, evidence: 'abd' }],
  ])('%s is counted where it was seen', (_, odd) => {
    const weighed = weighSeries([series('Node', [GOOD, GOOD]), series('Chromium', [GOOD, odd])]);
    expect(weighed.steady).toBe(false);
    expect(weighed.series.map(({ unlike }) => unlike)).toEqual([0, 1]);
    expect(differencesOf(weighed).join()).toContain(
      `1 times ${odd.verdict === 'passed' ? 'abd' : 'not yet'}`,
    );
  });

  test('each place may be steady and yet not agree with the other', () => {
    const odd = { ...GOOD, evidence: 'abd' };
    const weighed = weighSeries([series('Node', [GOOD, GOOD]), series('Chromium', [odd])]);
    expect(weighed.steady).toBe(false);
    expect(rowsOf(weighed).map((row) => [row[0], row[6], row[7]])).toEqual([
      ['where', 'hashes', 'unlike'],
      ['Node', 'one', '0'],
      ['Chromium', 'one', '1'],
    ]);
  });

  test('nothing measured is not steady', () => {
    expect(weighSeries([series('Node', [])]).steady).toBe(false);
  });
});
