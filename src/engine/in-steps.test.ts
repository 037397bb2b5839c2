import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSteps } from './in-steps.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is told in steps', () => {
  it('comes first at once, then no oftener than a reader follows, and last whatever it is', () => {
    const told: number[] = [];
    const tell = inSteps<number>((value) => told.push(value));
    for (let value = 0; value <= 20; value += 1) {
      tell(value);
      vi.advanceTimersByTime(10);
    }
    expect(told).toEqual([0, 14]);
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([0, 14, 20]);
    tell(21);
    expect(told).toEqual([0, 14, 20, 21]);
  });
});
