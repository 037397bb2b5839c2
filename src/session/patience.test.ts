import { expect, test } from 'vitest';
import { patienceOf } from './patience.ts';

test('a machine that is not slow has the limits as they are, and none has them longer than twenty times', () => {
  expect([0, 700, 2_000].map(patienceOf)).toEqual([1, 1, 1]);
  expect(patienceOf(24_000)).toBe(12);
  expect(patienceOf(3_600_000)).toBe(20);
});
