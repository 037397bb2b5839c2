import { formatPlural } from '../../plan/format-figures.ts';
import type { Explained } from '../../session/explain.ts';
import { isEnded } from '../../sql/is-ended.ts';
import { describeOutcome, type Outcome, timeOf } from '../runs/outcome.ts';

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

/** When a run was, on what data, and what came of it. */
export function noteOf({ at, dataset, outcome, standing }: Entry): string {
  return `${timeOf(at)}, ${dataset}: ${describeOutcome(outcome)}${standing ? '' : '. Its database is gone'}`;
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

/**
 * What was done on the database that stands now, oldest first, as a script that can be run again. A run that failed is
 * there too, because statements before the one that failed took effect.
 */
export function writeScript(history: readonly Entry[], dataset: string): string {
  const done = history.filter((entry) => entry.standing && entry.dataset === dataset).reverse();
  const parts = done.map((entry) => {
    const stamp = `-- ${entry.at.toISOString().slice(0, 19).replace('T', ' ')}: ${describeOutcome(entry.outcome).replaceAll('\n', ' ')}`;
    const text = entry.sql.trim();
    return `${stamp}\n${isEnded(text) ? text : `${text}\n;`}`;
  });
  return [`-- PostgreSQL 18, dataset ${dataset}, ${formatPlural(done.length, 'run')}`, ...parts]
    .join('\n\n')
    .concat('\n');
}
