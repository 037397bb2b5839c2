import { expect, test } from 'vitest';
import { formatTimeOf } from './clock.ts';
import { readPlan } from './read-plan.ts';

function plan(times: { readonly top: string; readonly scan: string; readonly planning: string }) {
  const read = readPlan(`Sort  (cost=9.00..9.10 rows=2 width=4) (actual time=${times.top} rows=2.00 loops=1)
  Sort Key: id
  ->  Seq Scan on orders  (cost=0.00..8.00 rows=2 width=4) (actual time=${times.scan} rows=2.00 loops=1)
Planning Time: ${times.planning} ms
Execution Time: ${times.top.split('..')[1]} ms`);
  if (read.kind !== 'plan') throw new Error('that is a plan');
  return read.plan;
}

test('a time that is there is written as everywhere', () => {
  const fine = plan({ top: '3.100..3.200', scan: '0.000..3.100', planning: '0.000' });
  expect(formatTimeOf(fine, 3.2)).toBe('3.2 ms');
});

test('a time that the clock did not see is below a tenth of a millisecond where tenths are counted', () => {
  const fine = plan({ top: '3.100..3.200', scan: '0.000..3.100', planning: '0.000' });
  expect(formatTimeOf(fine, 0)).toBe('< 0.1 ms');
});

test('it is below one where only whole ones are', () => {
  const coarse = plan({ top: '3.000..3.000', scan: '0.000..3.000', planning: '0.000' });
  expect(formatTimeOf(coarse, 0)).toBe('< 1 ms');
});
