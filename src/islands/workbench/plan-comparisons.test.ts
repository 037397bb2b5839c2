import { expect, it } from 'vitest';
import type { Evidence } from '../../checks/evidence.ts';
import { evidenceOf, type Seen, scanOf } from '../../checks/sample-evidence.ts';
import type { Report } from '../../grader/report.ts';
import { NOTHING } from './bench-view.ts';
import { comparisonsOf, runOfCheck, watchedOf } from './plan-comparisons.ts';

const reading = (kind: string, value: string, more: Partial<Seen> = {}): Seen => ({
  params: [value],
  plan: scanOf(kind, 'orders', { Filter: `(customer_id = ${value})` }),
  ...more,
});

const evidence: Evidence = evidenceOf(
  [
    reading('Seq Scan', '42'),
    reading('Seq Scan', '7', { shown: false }),
    reading('Seq Scan', '9', { shown: false }),
  ],
  [
    reading('Index Scan', '42'),
    reading('Seq Scan', '7', { shown: false }),
    reading('Index Scan', '9', { shown: false }),
    reading('Index Scan', '42', { query: 'other' }),
    reading('Index Scan', '42', { variant: 'an-empty-table' }),
  ],
);

const check = { id: 'seeks', kind: 'access', title: 'seeks', message: '', state: 'failed', run: 1 } as const;

function viewOf(checks: Report['checks']) {
  const report: Report = {
    format: 1,
    exercise: 'e',
    engine: '',
    passed: false,
    checks,
    findings: [],
    evidence,
    ms: 0,
  };
  return { ...NOTHING, report };
}

it('offers the shown runs, and of the hidden ones that for which a check failed, without its value', () => {
  const runs = comparisonsOf(viewOf([check]));
  expect(runs.map(({ query, shown }) => [query, shown])).toEqual([
    ['q', true],
    ['q', false],
    ['other', true],
  ]);
  const hidden = runs[1];
  expect(hidden?.before?.root.filter).toBe('(customer_id = $1)');
  expect(hidden?.after?.root.filter).toBe('(customer_id = $1)');
  expect(hidden?.after?.root.kind).toBe('Seq Scan');
  expect(runs[0]?.after?.root.filter).toBe('(customer_id = 42)');
});

it('keeps back a hidden run for which nothing failed', () => {
  expect(comparisonsOf(viewOf([{ ...check, state: 'passed' }])).every(({ shown }) => shown)).toBe(true);
});

it('watches the run that a failed check is about, else the first of the same query', () => {
  const { report } = viewOf([check]);
  const failed = comparisonsOf(viewOf([check]));
  const watched = runOfCheck(report, check);
  expect(watchedOf(failed, watched)).toBe(failed[1]);
  const passed = comparisonsOf(viewOf([{ ...check, state: 'passed' }]));
  expect(watchedOf(passed, watched)).toBe(passed[0]);
  expect(watchedOf(passed, { query: 'other', key: '' })).toBe(passed[1]);
  expect(runOfCheck(report, { ...check, state: 'passed' })).toBeUndefined();
});
