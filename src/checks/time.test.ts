import { describe, expect, test } from 'vitest';
import { checkSchema, judgeCheck } from './all-checks.ts';
import type { TimeEvidence } from './evidence.ts';
import { evidenceOf } from './sample-evidence.ts';
import { checkOf, verdict } from './sample-verdict.ts';

describe('time', () => {
  const written = { id: 'c', kind: 'time', of: 'q', 'at-most-ms': 5, 'times-faster': 5 };
  const timed = (startMs: number, submissionMs: number, noise: number): string => {
    const time: TimeEvidence = { query: 'q', startMs, submissionMs, noise, rounds: 5 };
    return judgeCheck(checkOf(written), evidenceOf([], [], { times: [time] })).state;
  };

  test.each([
    [10, 5, 0, 'passed'],
    [100, 20, 0, 'passed'],
    [100, 4, 5, 'passed'],
    [100, 20.1, 0, 'failed'],
    [100, 24, 0.05, 'failed'],
    [100, 24, 0.1, 'inconclusive'],
    [100, 90, 0.95, 'inconclusive'],
    [10, 5.5, 0.06, 'inconclusive'],
    [10, 50, 0.1, 'failed'],
  ])('start %d ms, now %d ms, noise %d: %s', (startMs, submissionMs, noise, state) => {
    expect(timed(startMs, submissionMs, noise)).toBe(state);
  });

  test('says how much faster, and asks for what', () => {
    const times: readonly TimeEvidence[] = [
      { query: 'q', startMs: 29, submissionMs: 10, noise: 0, rounds: 5 },
    ];
    expect(verdict(written, evidenceOf([], [], { times }))).toBe(
      'failed: In the median one run takes 10 ms, 2.9 times faster than at the start (29 ms). Asked for is at most 5 ms or 5 times faster.',
    );
    expect(verdict(written, evidenceOf([], []))).toMatch(/^not-run/);
    expect(checkSchema.safeParse({ id: 'c', kind: 'time', of: 'q' }).success).toBe(false);
  });
});
