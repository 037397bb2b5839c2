import type { EngineFault, Run } from '../../engine/engine.ts';
import type { Explained } from '../../session/explain.ts';
import { countRows, describeResult, showDuration } from '../results/describe-result.ts';

export type Outcome =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'fault'; readonly fault: EngineFault };

/** One press of Run, with what came of it. */
export interface Entry {
  readonly id: number;
  readonly at: Date;
  readonly dataset: string;
  readonly sql: string;
  readonly outcome: Outcome;
  readonly plan: Explained | undefined;
  /** False once the database it ran on was thrown away. */
  readonly standing: boolean;
}

const MOST_ENTRIES = 100;
/** Results can be large: those of older runs are let go, their texts stay. */
const MOST_RESULTS = 12;

function withoutRows(entry: Entry): Entry {
  if (entry.outcome.kind !== 'run' || !('results' in entry.outcome.run)) return entry;
  const { run } = entry.outcome;
  const results = run.results.map((result) =>
    result.rows.length === 0 ? result : { ...result, rows: [], truncated: true },
  );
  return { ...entry, outcome: { kind: 'run', run: { ...run, results } } };
}

/** Adds a run at the front. */
export function addEntry(history: readonly Entry[], entry: Entry): readonly Entry[] {
  const older = history.map((other, at) => (at + 1 === MOST_RESULTS ? withoutRows(other) : other));
  return [entry, ...older].slice(0, MOST_ENTRIES);
}

/** The database is gone: what was done on it no longer stands. */
export function endAll(history: readonly Entry[]): readonly Entry[] {
  return history.map((entry) => ({ ...entry, standing: false }));
}

/** What came of a run, in a few words. */
export function describeOutcome({ outcome }: Pick<Entry, 'outcome'>): string {
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

/** The first line of a text that is no comment and not empty. */
export function headOf(sql: string): string {
  const line = sql.split('\n').find((text) => text.trim() !== '' && !text.trim().startsWith('--'));
  const head = (line ?? sql).trim();
  return head.length > 90 ? `${head.slice(0, 90)}…` : head;
}

/**
 * What was done on the database that stands now, oldest first, as a script that can be run again. A run that failed is there too, because
 * statements before the one that failed took effect.
 */
export function writeScript(history: readonly Entry[], dataset: string): string {
  const done = history.filter((entry) => entry.standing && entry.dataset === dataset).reverse();
  const parts = done.map((entry) => {
    const stamp = `-- ${entry.at.toISOString().slice(0, 19).replace('T', ' ')}: ${describeOutcome(entry).replaceAll('\n', ' ')}`;
    const text = entry.sql.trim();
    return `${stamp}\n${/;\s*$/.test(text) ? text : `${text}\n;`}`;
  });
  const runs = done.length === 1 ? '1 run' : `${countRows(done.length).replace(/ rows?$/, '')} runs`;
  return [`-- PostgreSQL 18, dataset ${dataset}, ${runs}`, ...parts].join('\n\n').concat('\n');
}
