import { describe, expect, it } from 'vitest';
import { planNode, scanOf } from '../../checks/sample-evidence.ts';
import { byIndex, run, seq } from './sample-plans.ts';
import { type Case, find, index } from './sample-recognition.ts';

const messageOf = (id: string, sample: Case) =>
  find(sample).find(({ misconception }) => misconception === id)?.message;

describe('redundant-write-cost', () => {
  const dear: Case = { seen: [run(byIndex('i'))], indexes: [index('i', 'customer_id')] };

  it('calls the queries quick only where nothing is said against them', () => {
    const quick = messageOf('redundant-write-cost', { ...dear, fails: ['index-bytes', 'wal-per-row'] });
    expect(quick).toMatch(/^The queries are quick, but what you created takes/);
    for (const kind of ['buffers', 'time', 'access', 'total', 'sort']) {
      const slow = messageOf('redundant-write-cost', { ...dear, fails: ['index-bytes', kind] });
      expect(slow).toMatch(/^What you created takes/);
    }
  });
});

describe('low-selectivity: a BRIN index', () => {
  const brin = (rest = '') =>
    index('i', 'at', {
      method: 'brin',
      definition: `CREATE INDEX i ON public.orders USING brin (at${rest}`,
    });
  const AT = "(orders.at >= '2023-05-03')";
  const scanned = scanOf('Bitmap Heap Scan', 'orders', {
    'Recheck Cond': AT,
    'Rows Removed by Index Recheck': 120_944,
    'Actual Rows': 108,
  });
  const read = (made: ReturnType<typeof brin>, fails = ['buffers']) =>
    messageOf('low-selectivity', {
      fails,
      seen: [run(scanned, 1026)],
      start: [run(seq(AT))],
      indexes: [made],
    });

  it('has ranges that are too long', () => {
    const message = read(brin(") WITH (pages_per_range='1024')"));
    expect(message).toContain('With pages_per_range = 1024 a range is 1,024 pages long');
    expect(message).not.toContain('nearly every range');
  });

  it('has values that are everywhere', () => {
    expect(read(brin(')'))).toContain('nearly every range of orders could hold the wanted values of at');
  });

  it('is not blamed where it reads few enough pages, nor for what it does not keep', () => {
    expect(read(brin(')'), ['unchanged'])).toBeUndefined();
    expect(read(brin(' timestamptz_bloom_ops)'))).toBeUndefined();
  });
});

describe('correlated-subquery', () => {
  const inner = planNode(
    'Aggregate',
    { 'Parent Relationship': 'SubPlan', 'Actual Loops': 17, pages: 29_000 },
    [seq('(orders.customer_id = c.id)', { 'Actual Loops': 17, pages: 29_000 })],
  );
  const seen = [run(scanOf('Index Scan', 'customers', { Plans: [inner] }), 29_510)];

  it('advises an index only where one can be made', () => {
    expect(messageOf('correlated-subquery', { seen })).toContain('an index, so that each time is short');
    const message = messageOf('correlated-subquery', { task: 'rewrite', allow: [], seen });
    expect(message).toMatch(/and join the result\.$/);
  });
});
