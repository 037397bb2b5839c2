import { describe, expect, test } from 'vitest';
import { judgeCheck } from './all-checks.ts';
import { evidenceOf, planNode, type Seen, scanOf } from './sample-evidence.ts';
import { checkOf, hidden, onPlans, verdict } from './sample-verdict.ts';

describe('access', () => {
  const written = { kind: 'access', table: 'orders', via: 'index' };
  const index = scanOf('Index Scan', 'orders', { 'Index Name': 'i', pages: 7 });
  const seq = scanOf('Seq Scan', 'orders', { pages: 1623 });

  test('any index will do, unless one way is asked for', () => {
    const bitmap = scanOf('Bitmap Heap Scan', 'orders', {}) as Record<string, unknown>;
    const withBitmap = { ...bitmap, Plans: [planNode('Bitmap Index Scan', { 'Index Name': 'i' })] };
    expect(onPlans(written, { plan: index })).toBe('passed: orders is read through i (Index Scan, 7 pages).');
    expect(onPlans(written, { plan: withBitmap })).toMatch(
      /^passed: orders is read through i \(Bitmap Heap Scan/,
    );
    expect(onPlans({ ...written, via: 'bitmap' }, { plan: index })).toMatch(/^failed: .*through a bitmap/);
    expect(onPlans({ ...written, via: 'index-only' }, { plan: index })).toMatch(
      /^failed: .*from an index alone/,
    );
    expect(onPlans({ ...written, via: 'index-only' }, { plan: scanOf('Index Only Scan', 'orders') })).toMatch(
      /^passed/,
    );
    expect(onPlans({ ...written, via: 'seq' }, { plan: seq })).toMatch(/^passed/);
  });

  test('every read of the table counts, and every run; the worst is told', () => {
    const join = planNode('Nested Loop', {}, [index, seq]);
    expect(onPlans(written, { plan: join })).toBe(
      'failed: orders is read from end to end (Seq Scan, 1,623 pages).',
    );
    expect(onPlans(written, { plan: index }, { ...hidden, plan: seq })).toBe(
      'failed: With other values than those shown: orders is read from end to end (Seq Scan, 1,623 pages).',
    );
  });

  test('a figure that only hidden values have says so', () => {
    const figureOf = (...seen: readonly Seen[]) =>
      judgeCheck(checkOf({ id: 'c', of: 'q', ...written }), evidenceOf([], seen)).figure;
    const bitmap = planNode('Bitmap Heap Scan', { 'Relation Name': 'orders', Alias: 'orders', pages: 40 });
    expect(figureOf({ plan: index }, { ...hidden, plan: bitmap })).toBe(
      'Bitmap Heap Scan, with other values than those shown',
    );
    expect(figureOf({ plan: bitmap }, { ...hidden, plan: bitmap })).toBe('Bitmap Heap Scan');
    expect(figureOf({ plan: bitmap }, { ...hidden, plan: index })).toBe('Bitmap Heap Scan');
  });

  test('a forbidden node on another table fails', () => {
    const join = planNode('Hash Join', {}, [index, scanOf('Seq Scan', 'customers')]);
    expect(onPlans({ ...written, forbid: ['Seq Scan'] }, { plan: join })).toMatch(
      /^failed: .*Seq Scan on customers/,
    );
  });

  test('a table that is not read, and a branch that did not run', () => {
    expect(onPlans(written, { plan: planNode('Result') })).toMatch(/^failed: The plan does not read orders/);
    const skipped = planNode('Append', {}, [index, scanOf('Seq Scan', 'orders', { 'Actual Loops': 0 })]);
    expect(onPlans(written, { plan: skipped })).toMatch(/^passed/);
    const never = scanOf('Index Scan', 'orders', { 'Actual Loops': 0 });
    expect(onPlans(written, { plan: planNode('Nested Loop', {}, [never]) })).toMatch(/^passed/);
  });

  test('partitions are found by the names in the evidence', () => {
    const plan = scanOf('Seq Scan', 'orders_2024', { Alias: 'o' });
    const evidence = evidenceOf([], [{ plan }], { partitions: { orders: ['orders_2024'] } });
    expect(verdict({ id: 'c', of: 'q', ...written }, evidence)).toMatch(
      /^failed: orders is read from end to end/,
    );
  });

  test('another table whose name ends in a number is no partition', () => {
    const archive = scanOf('Seq Scan', 'orders_2024', { Alias: 'orders_2024' });
    const plan = planNode('Append', {}, [index, archive]);
    expect(onPlans(written, { plan })).toMatch(/^passed/);
    const named = planNode('Append', {}, [index, scanOf('Seq Scan', 'archive', { Alias: 'orders_1' })]);
    const evidence = evidenceOf([], [{ plan: named }], { partitions: {} });
    expect(verdict({ id: 'c', of: 'q', ...written }, evidence)).toMatch(/^passed/);
  });

  test('no run is no pass', () => {
    expect(onPlans(written, { query: 'other' })).toBe('not-run: The query “q” was not run.');
    expect(onPlans(written, { variant: 'other data' })).toMatch(/^not-run/);
  });
});
