import { describe, expect, it } from 'vitest';
import { recordedPlan } from './corpus/read-corpus.ts';
import { findCostliest } from './metrics.ts';
import { findOverhead } from './overhead.ts';
import { readPlan } from './read-plan.ts';

function overheadOf(text: string): readonly (readonly [string, string, string])[] {
  const read = readPlan(text);
  if (read.kind !== 'plan') throw new Error(read.message);
  return findOverhead(read.plan, findCostliest(read.plan)).map(({ what, on, figure }) => [
    what,
    typeof on === 'string' ? on : `${on.name} on ${on.relation}`,
    figure,
  ]);
}

const loop = (
  timings: string,
) => `Nested Loop  (cost=1.00..9.00 rows=9 width=4) (actual time=1.0..100.0 rows=9 loops=1)
  Buffers: shared read=900
  I/O Timings: ${timings}80.000
  ->  Seq Scan on a  (cost=0.00..4.00 rows=9 width=4) (actual time=0.1..20.0 rows=9 loops=1)
        Buffers: shared read=100
        I/O Timings: ${timings}15.000
  ->  Index Scan using b_id on b  (cost=0.00..0.50 rows=1 width=4) (actual time=8.0..8.0 rows=1 loops=9)
        Index Cond: (id = a.id)
        Buffers: shared read=800
        I/O Timings: ${timings}65.000
Execution Time: 100.000 ms`;

const deletion = (
  name: string,
  ms: number,
) => `Delete on t  (cost=1.00..9.00 rows=0 width=0) (actual time=60.0..60.0 rows=0 loops=1)
  ->  Seq Scan on t  (cost=0.00..4.00 rows=9 width=6) (actual time=0.1..1.0 rows=9 loops=1)
Trigger for constraint quick: time=1.000 calls=9
Trigger for constraint ${name}: time=${ms}.000 calls=9
Execution Time: 100.000 ms`;

describe('what took long beside the work of single nodes', () => {
  it.each(['read=', 'shared/local read=', 'shared read='])('waiting for files, as `%s` tells', (timings) => {
    expect(overheadOf(loop(timings))).toEqual([
      ['Waiting for files', 'Index Scan on b', '65 ms here, 80 ms in all, 80 % of the time'],
    ]);
  });

  it('a foreign key check, also where it is not the slowest', () => {
    expect(overheadOf(deletion('slow', 30))).toEqual([
      ['Beside the steps', 'Foreign key slow', '9 calls, 30 ms, 30 % of the time'],
    ]);
    expect(overheadOf(deletion('none', 12))).toEqual([
      ['Outside all steps', 'Before the first and after the last', '27 ms, 27 % of the time'],
    ]);
  });

  it('turning rows into what is sent', () => {
    const plan = recordedPlan('asked-serialized');
    expect(findOverhead(plan, undefined).map(({ what }) => what)).toEqual(['Serialization']);
  });

  it('compiling in several processes, which is no share of the time', () => {
    const plan = recordedPlan('asked-more-compiling-than-time');
    const [compiling] = findOverhead(plan, findCostliest(plan));
    expect(compiling).toMatchObject({ what: 'Compiling (JIT)' });
    expect(compiling?.figure).toMatch(/^2\.\d s, of all processes together; jit = off does without$/);
  });

  it('nothing of a write in a CTE that runs at the end', () => {
    const text = `Limit  (cost=1.00..9.00 rows=1 width=4) (actual time=1.0..1.0 rows=1 loops=1)
  CTE w
    ->  Update on t  (cost=0.00..4.00 rows=9 width=6) (actual time=0.1..90.0 rows=9 loops=1)
          ->  Seq Scan on t  (cost=0.00..4.00 rows=9 width=6) (actual time=0.1..5.0 rows=9 loops=1)
  ->  CTE Scan on w  (cost=0.00..4.00 rows=9 width=4) (actual time=0.1..1.0 rows=1 loops=1)
Execution Time: 95.000 ms`;
    expect(overheadOf(text)).toEqual([]);
  });
});
