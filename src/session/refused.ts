import { whereOf } from '../checks/observations.ts';
import type { ParsedStatement, Session } from '../engine/engine.ts';
import type { Refusal } from '../grader/report.ts';
import { type Asked, ask, type TimedOut } from './ask.ts';
import { concealError } from './conceal-error.ts';
import type { NotObserved } from './observe.ts';

/** A workload query on what the submission left is given this long, in ms; the start took its own time long before. */
export const OBSERVE_TIMEOUT_MS = 30_000;

/** What a limit of so many ms is called that has passed: a timer is late by some ms, and by more on a busy machine. */
export const inSeconds = (ms: number): string =>
  `${ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000)} s`;

/** Thrown where a submission cannot be observed, for a reason that is the learner’s. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('the submission cannot be observed');
    this.refusal = refusal;
  }
}

/** What a learner is told of a query that failed or took too long. */
export function refusalOf(seen: NotObserved): Refusal {
  const { probe } = seen;
  const where = whereOf(probe);
  if (seen.kind === 'sql-error') {
    const error = probe.shown ? seen.error : concealError(seen.error, probe.sql);
    return { kind: 'sql-error', error, ...(where ? { where } : {}) };
  }
  const stopped = `the query “${probe.query}” was stopped after ${inSeconds(seen.afterMs)}.`;
  return { kind: 'timeout', message: where ? `${where}, ${stopped}` : `T${stopped.slice(1)}` };
}

/**
 * An error of what was observed, with its place in the text that was submitted: that of a rewrite's query is in the one
 * statement of that text, and an error in a query of the workload has no place there.
 */
export function inWholeText(refusal: Refusal, only: ParsedStatement | undefined): Refusal {
  if (refusal.kind !== 'sql-error') return refusal;
  const { position, ...error } = refusal.error;
  if (!only) return { ...refusal, error };
  const place = position === undefined ? {} : { position: position + only.start };
  return { ...refusal, statement: 0, error: { ...error, ...place } };
}

/**
 * Runs SQL on what a submission left. Throws Refused where the time limit passes: the session is gone with it, and nothing
 * more can be asked there. `what` begins the sentence that says so, and ends with its verb: `Planning it was`.
 */
export async function askInTime(
  session: Session,
  sql: string,
  timeoutMs: number,
  what: string,
): Promise<Exclude<Asked, TimedOut>> {
  const asked = await ask(session, sql, timeoutMs);
  if (asked.kind !== 'timeout') return asked;
  throw new Refused({ kind: 'timeout', message: `${what} stopped after ${inSeconds(asked.afterMs)}.` });
}
