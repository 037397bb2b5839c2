import type { EngineFault, Run } from '../../engine/engine.ts';
import { describeResult, showDuration } from '../results/describe-result.ts';

/** What came of one press of Run. */
export type Outcome =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'fault'; readonly fault: EngineFault };

/** What came of a run, in a few words. */
export function describeOutcome(outcome: Outcome): string {
  if (outcome.kind === 'fault') return 'the engine failed';
  const { run } = outcome;
  if (run.kind === 'timeout') return 'ended at the time limit';
  if (run.kind === 'stopped') return 'stopped';
  if (run.kind === 'sql-error') return `${run.error.severity.toLowerCase()}: ${run.error.message}`;
  const last = run.results.at(-1);
  if (last === undefined) return 'nothing to run';
  const first = run.results.length === 1 ? describeResult(last) : `${run.results.length} statements`;
  return `${first}, ${showDuration(run.ms)}`;
}

/**
 * What a screen reader is told of a run, instead of all that it returned; undefined for an error and a fault, which
 * speak for themselves.
 */
export function sayOutcome(outcome: Outcome): string | undefined {
  if (outcome.kind === 'fault' || outcome.run.kind === 'sql-error') return undefined;
  const said = describeOutcome(outcome);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/** The first line of a text that is no comment and not empty; at most 90 characters of it. */
export function headOf(sql: string): string {
  const line = sql.split('\n').find((text) => text.trim() !== '' && !text.trim().startsWith('--'));
  const head = (line ?? sql).trim();
  return head.length > 90 ? `${head.slice(0, 90)}…` : head;
}

/** A time of this day, to the second. */
export function timeOf(at: Date): string {
  return at.toLocaleTimeString('en-GB');
}
