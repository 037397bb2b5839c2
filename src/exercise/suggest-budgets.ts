import type { Check } from '../checks/all-checks.ts';
import type { Evidence } from '../checks/evidence.ts';
import { shippedRuns } from '../checks/observations.ts';
import { ruleOf } from './margins.ts';

/** A budget that leaves an answer the room it has to have, and what it was made from. */
export interface Suggestion {
  readonly check: string;
  readonly key: string;
  /** As the front matter writes it. */
  readonly value: string;
  readonly because: string;
}

/** The next figure up that a person would write: two digits, the second 0 or 5 from 20 on. */
export function roundUp(value: number): number {
  if (value <= 20) return Math.ceil(value);
  const unit = 10 ** Math.floor(Math.log10(value)) / 2;
  return Math.ceil(value / unit) * unit;
}

const UNITS = [
  ['MB', 1024 ** 2],
  ['kB', 1024],
] as const;

/** Bytes as a budget is written: `3 MB`, `450 kB`. */
export function writeBytes(bytes: number): string {
  const [name, size] = UNITS.find(([, unit]) => bytes >= 2 * unit) ?? UNITS[1];
  return `${roundUp(bytes / size)} ${name}`;
}

/** A little more than the check asks for, so that a byte more of WAL does not undo it. */
const EXACT = 1.03 / ruleOf('pages').most;

function forPages(check: Extract<Check, { kind: 'buffers' }>, evidence: Evidence): readonly Suggestion[] {
  const runs = shippedRuns(evidence.submission, check.of);
  const start = shippedRuns(evidence.start, check.of);
  const most = Math.max(0, ...runs.map(({ pages }) => pages));
  const least = Math.min(...start.map(({ pages }) => pages));
  if (runs.length === 0 || start.length === 0) return [];
  const shared = check.than === 'start';
  const value = shared ? `${roundUp((100 * most * EXACT) / least)}%` : String(roundUp(most * EXACT));
  const because = `the answer reads at most ${most} pages, the start at least ${least}`;
  return [{ check: check.id, key: 'at-most', value, because }];
}

function forWal(check: Extract<Check, { kind: 'wal-per-row' }>, evidence: Evidence): readonly Suggestion[] {
  const at = (side: 'start' | 'submission') =>
    evidence[side].wal.find(({ table }) => table === check.table)?.bytesPerRow;
  const [before, after] = [at('start'), at('submission')];
  if (before === undefined || after === undefined) return [];
  const grown = 100 * ((after * EXACT) / before - 1);
  const value = `${grown < 0 ? '-' : '+'}${grown < 0 ? Math.floor(-grown) : roundUp(grown)}%`;
  return [
    {
      check: check.id,
      key: 'at-most',
      value,
      because: `a row writes ${after} bytes of WAL, ${before} before`,
    },
  ];
}

function forTime(check: Extract<Check, { kind: 'time' }>, evidence: Evidence): readonly Suggestion[] {
  const seen = evidence.times.find(({ query }) => query === check.of);
  if (!seen) return [];
  const { most } = ruleOf('ms');
  const ratio = seen.startMs / seen.submissionMs;
  const because = `one run takes ${seen.submissionMs.toPrecision(2)} ms, ${seen.startMs.toPrecision(3)} ms at the start`;
  const times = Math.floor(ratio * most);
  return [
    { check: check.id, key: 'at-most-ms', value: String(roundUp(seen.submissionMs / most)), because },
    ...(times > 1 ? [{ check: check.id, key: 'times-faster', value: String(times), because }] : []),
  ];
}

function of(check: Check, evidence: Evidence): readonly Suggestion[] {
  if (check.kind === 'buffers') return forPages(check, evidence);
  if (check.kind === 'wal-per-row') return forWal(check, evidence);
  if (check.kind === 'time') return forTime(check, evidence);
  if (check.kind !== 'index-bytes') return [];
  const created = evidence.submission.indexes.filter((index) => index.created);
  const bytes = created.reduce((sum, index) => sum + index.bytes, 0);
  const because = `the answer’s indexes take ${Math.round(bytes / 1024)} kB`;
  return [{ check: check.id, key: 'at-most', value: writeBytes(bytes * EXACT), because }];
}

/** Budgets that fit an answer, from what was measured of it, each with the margin that the check asks for. */
export function suggestBudgets(checks: readonly Check[], evidence: Evidence): readonly Suggestion[] {
  return checks.flatMap((check) => of(check, evidence));
}
