import type { Explained } from '../../session/explain.ts';
import type { Lab } from '../../session/lab.ts';
import { findLastQuery } from '../../session/throw-away.ts';
import { faultOf } from '../faults/fault-of.ts';
import type { Outcome } from '../runs/outcome.ts';

/** A statement that took longer is not run a second time for its plan. */
const EXPLAIN_UP_TO_MS = 8_000;
/** What looking answers while something else runs. */
export const BUSY = {
  kind: 'none',
  message: 'Something else is running: wait for it, or press Stop.',
} as const;

/** The plan of a text's last statement, or why there is none. What it writes is rolled back. */
async function explainLast(lab: Lab, sql: string, ms: number): Promise<Explained | undefined> {
  const seconds = (ms / 1000).toFixed(0);
  const again = `It took ${seconds} s, so it was not run once more for its plan. Put EXPLAIN in front to see it.`;
  if (ms > EXPLAIN_UP_TO_MS) return { kind: 'none', message: again };
  const query = await findLastQuery(lab, sql);
  if (query.kind === 'none') return query;
  if (query.found.counts) return { kind: 'none', message: COUNTS };
  return lab.explain(sql);
}

/** As `explainLast`, for what is shown beside results that are there already. */
export async function planOf(lab: Lab, sql: string, ms: number): Promise<Explained | undefined> {
  return explainLast(lab, sql, ms).catch((): Explained => ({ kind: 'none', message: NO_PLAN }));
}

/** Runs a text. A fault of the engine is an outcome as well. */
export async function outcomeOf(lab: Lab, sql: string): Promise<Outcome> {
  try {
    return { kind: 'run', run: await lab.run(sql) };
  } catch (thrown) {
    return { kind: 'fault', fault: faultOf(thrown) };
  }
}

/** True where the database went with the run. */
export function isLost(outcome: Outcome): boolean {
  return outcome.kind === 'fault' || outcome.run.kind === 'timeout' || outcome.run.kind === 'stopped';
}

const COUNTS =
  'It moves a sequence on, so it was not run once more for its plan. Put EXPLAIN in front to see it.';
const NO_PLAN = 'The query was stopped before it had a plan to show.';
