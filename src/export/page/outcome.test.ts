import { describe, expect, it } from 'vitest';
import { emptyProgress, withLesson, withPrediction } from '../../progress/progress.ts';
import { afterCheck, afterProgress, nothingYet, type PackagedPage } from './outcome.ts';

describe('what is reported', () => {
  const page: PackagedPage = { kind: 'exercise', id: 'x', predictions: 0 };
  const read: PackagedPage = { kind: 'lesson', id: 'm/l', predictions: 2 };

  it('of an exercise: the best share of its checks, and that it passed, for good', () => {
    const half = afterCheck(nothingYet, page, { exercise: 'x', passed: false, share: 0.5 });
    expect(half).toEqual({ complete: false, passed: false, score: 0.5 });
    expect(afterCheck(half, page, { exercise: 'x', passed: false, share: 0.2 }).score).toBe(0.5);
    const passed = afterCheck(half, page, { exercise: 'x', passed: true, share: 1 });
    expect(afterCheck(passed, page, { exercise: 'x', passed: false, share: 0 })).toEqual(passed);
    expect(afterCheck(half, page, { exercise: 'other', passed: true, share: 1 })).toBe(half);
  });

  it('of a lesson: that it was read, and the predictions that were right, since it was opened', () => {
    const old = withPrediction(withLesson(emptyProgress, 'm/l', true, 1), 'm/l#a', '1', true, 1);
    expect(afterProgress(nothingYet, read, old, 5)).toEqual({ complete: false, passed: undefined, score: 0 });
    const now = withLesson(withPrediction(old, 'm/l#b', '1', true, 6), 'm/l', true, 7);
    expect(afterProgress(nothingYet, read, now, 5)).toEqual({
      complete: true,
      passed: undefined,
      score: 0.5,
    });
  });
});
