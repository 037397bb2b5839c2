import type { Check } from '../checks/all-checks.ts';
import { bytesOf, shareOf } from '../checks/amounts.ts';
import type { Evidence, Side } from '../checks/evidence.ts';
import { atStart, shippedRuns } from '../checks/observations.ts';

/** How near an answer comes to a budget: `used` is the part of the budget that it takes, 1 being all of it. */
export interface Margin {
  readonly check: string;
  /** The key that holds the budget. */
  readonly key: string;
  readonly measured: number;
  readonly budget: number;
  readonly used: number;
  readonly unit: 'pages' | 'bytes' | 'bytes of WAL a row' | 'ms' | 'times faster';
}

/** The part of a budget that a solution may take, and why no more. */
export interface MarginRule {
  readonly most: number;
  readonly why: string;
}

const EXACT: MarginRule = {
  most: 0.9,
  why: 'an honest answer that is a little larger than yours, or a minor release, must not fail',
};
const CLOCK: MarginRule = {
  most: 0.5,
  why: 'milliseconds differ by a factor of two from run to run on one machine',
};

/** The rule for a budget of this unit. */
export function ruleOf(unit: Margin['unit']): MarginRule {
  return unit === 'ms' || unit === 'times faster' ? CLOCK : EXACT;
}

function margin(
  check: Check,
  key: string,
  unit: Margin['unit'],
  measured: number,
  budget: number,
): readonly Margin[] {
  const used = unit === 'times faster' ? budget / measured : measured / Math.max(budget, 1e-9);
  return Number.isFinite(used) ? [{ check: check.id, key, unit, measured, budget, used }] : [];
}

function pages(check: Extract<Check, { kind: 'buffers' }>, evidence: Evidence): readonly Margin[] {
  const most = check['at-most'];
  return shippedRuns(evidence.submission, check.of).flatMap((seen) => {
    const start = atStart(evidence, seen)?.pages ?? 0;
    const budget = typeof most === 'number' ? most : Math.floor(start * shareOf(most));
    return margin(check, 'at-most', 'pages', seen.pages, budget);
  });
}

function sumOf(check: Extract<Check, { kind: 'total' }>, side: Side): number {
  const weighed = Object.entries(check.runs).map(([query, times]) => {
    const runs = shippedRuns(side, query);
    return (times * runs.reduce((sum, run) => sum + run.pages, 0)) / runs.length;
  });
  return weighed.reduce((sum, one) => sum + one, 0);
}

function total(check: Extract<Check, { kind: 'total' }>, evidence: Evidence): readonly Margin[] {
  const most = check['at-most'];
  const budget = typeof most === 'number' ? most : sumOf(check, evidence.start) * shareOf(most);
  return margin(check, 'at-most', 'pages', sumOf(check, evidence.submission), budget);
}

function wal(check: Extract<Check, { kind: 'wal-per-row' }>, evidence: Evidence): readonly Margin[] {
  const of = (side: Side) => side.wal.find(({ table }) => table === check.table)?.bytesPerRow ?? Number.NaN;
  const budget = of(evidence.start) * (1 + shareOf(check['at-most']));
  return margin(check, 'at-most', 'bytes of WAL a row', of(evidence.submission), budget);
}

/** Reaching either bound passes, so the roomier one counts. */
function time(check: Extract<Check, { kind: 'time' }>, evidence: Evidence): readonly Margin[] {
  const seen = evidence.times.find(({ query }) => query === check.of);
  if (!seen) return [];
  const [most, times] = [check['at-most-ms'], check['times-faster']];
  const ratio = seen.startMs / seen.submissionMs;
  return [
    ...(most === undefined ? [] : margin(check, 'at-most-ms', 'ms', seen.submissionMs, most)),
    ...(times === undefined ? [] : margin(check, 'times-faster', 'times faster', ratio, times)),
  ]
    .sort((a, b) => a.used - b.used)
    .slice(0, 1);
}

function of(check: Check, evidence: Evidence): readonly Margin[] {
  switch (check.kind) {
    case 'buffers':
      return pages(check, evidence);
    case 'total':
      return total(check, evidence);
    case 'wal-per-row':
      return wal(check, evidence);
    case 'time':
      return time(check, evidence);
    case 'index-bytes': {
      const created = evidence.submission.indexes.filter((index) => index.created);
      const taken = created.reduce((sum, index) => sum + index.bytes, 0);
      return margin(check, 'at-most', 'bytes', taken, bytesOf(check['at-most']));
    }
    default:
      return [];
  }
}

/** How near an answer comes to each budget of an exercise, the tightest run of each. Checks that weigh nothing are left out. */
export function marginsOf(checks: readonly Check[], evidence: Evidence): readonly Margin[] {
  return checks.flatMap((check) => [...of(check, evidence)].sort((a, b) => b.used - a.used).slice(0, 1));
}
