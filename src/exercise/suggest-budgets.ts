import { type Check, marginsOfCheck } from '../checks/all-checks.ts';
import { bytesOf } from '../checks/amounts.ts';
import type { Evidence } from '../checks/evidence.ts';
import { shippedRuns } from '../checks/observations.ts';
import { marginsOf, ruleOf } from './margins.ts';

/** An answer that has to pass, and what was measured of it. */
export interface MeasuredAnswer {
  readonly file: string;
  readonly evidence: Evidence;
}

/** A budget that leaves an answer the room it has to have, and what it was made from. */
export interface Suggestion {
  readonly check: string;
  readonly key: string;
  /** As the front matter writes it. */
  readonly value: string;
  readonly because: string;
}

/** A suggestion for several answers: the one of them that needs the most room decides. */
export interface SuggestionForAll extends Suggestion {
  /** The answer that it comes from. */
  readonly from: string;
}

/** The next figure up that a person would write: two digits, the second 0 or 5 from 20 on. */
function roundUp(value: number): number {
  if (value <= 20) return Math.ceil(value);
  const unit = 10 ** Math.floor(Math.log10(value)) / 2;
  return Math.ceil(value / unit) * unit;
}

const UNITS = [
  ['MB', 1024 ** 2],
  ['kB', 1024],
] as const;

/** Bytes as a budget is written: `3 MB`, `450 kB`. */
function writeBytes(bytes: number): string {
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
      because: `an inserted row writes ${Math.round(after)} bytes of WAL (write-ahead log), ${Math.round(before)} at the start`,
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

function forTotal(check: Extract<Check, { kind: 'total' }>, evidence: Evidence): readonly Suggestion[] {
  return marginsOfCheck(check, evidence).map(({ key, measured, start }) => {
    const value =
      start === undefined
        ? String(roundUp(measured * EXACT))
        : `${roundUp((100 * measured * EXACT) / start)}%`;
    const before = start === undefined ? '' : `, ${start} at the start`;
    return { check: check.id, key, value, because: `the workload reads ${measured} pages${before}` };
  });
}

function of(check: Check, evidence: Evidence): readonly Suggestion[] {
  if (check.kind === 'buffers') return forPages(check, evidence);
  if (check.kind === 'wal-per-row') return forWal(check, evidence);
  if (check.kind === 'time') return forTime(check, evidence);
  if (check.kind === 'total') return forTotal(check, evidence);
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

/** Budgets of which a lower one is harder to fail: the answer with the smallest figure decides. */
const AT_LEAST: ReadonlySet<string> = new Set(['times-faster']);

/** Whether a budget leaves more room than another of the same key: `120 kB` more than `95 kB`, `-10%` more than `-30%`. */
function isRoomier({ key, value }: Suggestion, other: Suggestion): boolean {
  const amount = (text: string) => (/[kM]B$/.test(text) ? bytesOf(text) : Number.parseFloat(text));
  return AT_LEAST.has(key) ? amount(value) < amount(other.value) : amount(value) > amount(other.value);
}

/**
 * Budgets that every answer meets which has to pass, each with the margin that the check asks for, and from which answer
 * each comes. A budget that some answer leaves no room for, such as `times-faster` for one that is not faster, is left out.
 */
export function suggestForAll(
  checks: readonly Check[],
  answers: readonly MeasuredAnswer[],
): readonly SuggestionForAll[] {
  const all = answers.flatMap(({ file, evidence }) =>
    suggestBudgets(checks, evidence).map((one) => ({ ...one, from: file })),
  );
  const groups = Map.groupBy(all, ({ check, key }) => `${check} ${key}`);
  return [...groups.values()].flatMap((group) => {
    const [first, ...rest] = group;
    if (!first || group.length < answers.length) return [];
    return [rest.reduce((most, one) => (isRoomier(one, most) ? one : most), first)];
  });
}

/** How near the answers come to each budget, and which of them comes nearest. */
export function nearestMargins(checks: readonly Check[], answers: readonly MeasuredAnswer[]) {
  const all = answers.flatMap(({ file, evidence }) =>
    marginsOf(checks, evidence).map(({ check, used }) => ({ check, used, from: file })),
  );
  return [...Map.groupBy(all, ({ check }) => check).values()].flatMap((group) =>
    [...group].sort((a, b) => b.used - a.used).slice(0, 1),
  );
}
