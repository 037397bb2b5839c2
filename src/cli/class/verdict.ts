import { createHash } from 'node:crypto';
import type { CheckState } from '../../checks/check.ts';
import type { Refusal, Report } from '../../grader/report.ts';

/** What became of an answer. It was not graded where its exercise is broken, which is its author's, and for a `fault`, which is ours. */
export type Outcome =
  | 'passed'
  | 'failed'
  | 'inconclusive'
  | 'refused'
  | 'sql-error'
  | 'timeout'
  | 'unknown-exercise'
  | 'broken-exercise'
  | 'fault';

export interface JudgedCheck {
  readonly id: string;
  readonly title: string;
  readonly state: CheckState;
  readonly message: string;
}

export interface JudgedMistake {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/** A verdict on one text for one exercise, small enough to keep for a whole class. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly checks: readonly JudgedCheck[];
  readonly misconceptions: readonly JudgedMistake[];
  /** Why it was not judged to the end; empty where it was. */
  readonly reason: string;
  readonly evidenceHash: string;
}

/** A name that no table has is a slip, as PostgreSQL would say; a look into the system’s own tables is none. */
function isSlip(refusal: Refusal): boolean {
  return refusal.kind === 'gate' && refusal.rule === 'unknown-table' && !/^pg_/.test(refusal.message);
}

function outcomeOf(report: Report): Outcome {
  const { refusal } = report;
  if (refusal && isSlip(refusal)) return 'sql-error';
  if (refusal) return refusal.kind === 'gate' ? 'refused' : refusal.kind;
  if (report.passed) return 'passed';
  return report.checks.some(({ state }) => state === 'failed') ? 'failed' : 'inconclusive';
}

function reasonOf({ refusal }: Report): string {
  if (!refusal) return '';
  return refusal.kind === 'sql-error'
    ? `${refusal.error.message} (${refusal.error.sqlstate})`
    : refusal.message;
}

/** The verdict of a report. */
export function verdictOf(report: Report): Verdict {
  return {
    outcome: outcomeOf(report),
    checks: report.checks.map(({ id, title, state, message }) => ({ id, title, state, message })),
    misconceptions: report.findings.map(({ misconception, title, message }) => ({
      id: misconception,
      title,
      message,
    })),
    reason: reasonOf(report),
    evidenceHash: report.evidenceHash ?? '',
  };
}

/** A verdict on what could not be judged. */
export function unjudged(outcome: Outcome, reason: string): Verdict {
  return { outcome, checks: [], misconceptions: [], reason, evidenceHash: '' };
}

/** One text for one exercise: whoever hands it in has the same verdict. */
export function answerKey(exercise: string, sql: string): string {
  return createHash('sha256')
    .update(JSON.stringify([exercise, sql]))
    .digest('hex');
}
