import type { Evidence, IndexEvidence } from '../../checks/evidence.ts';
import { evidenceOf, type Seen } from '../../checks/sample-evidence.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { specSchema } from '../../exercise/spec.ts';
import { findMisconceptions } from '../find-misconceptions.ts';
import type { Finding } from '../report.ts';
import { allMisconceptions } from './all-misconceptions.ts';

/** Plain evidence for tests of the catalogue: an exercise that lists every mistake, and what was seen in it. */

export interface Case {
  readonly task?: 'tune' | 'rewrite';
  readonly allow?: readonly string[];
  /** Kinds of the checks that failed; `buffers` unless said otherwise. */
  readonly fails?: readonly string[];
  /** Kinds of checks that the exercise has, where a mistake asks. */
  readonly indexOnly?: boolean;
  /** How often each query of a workload runs, where the exercise has a budget for all of them together. */
  readonly runs?: Readonly<Record<string, number>>;
  readonly start?: readonly Seen[];
  readonly seen: readonly Seen[];
  /** Indexes of the start that are still there, and all that the start had, where some were dropped. */
  readonly before?: readonly IndexEvidence[];
  readonly shippedIndexes?: readonly IndexEvidence[];
  readonly indexes?: readonly IndexEvidence[];
  readonly more?: Partial<Evidence>;
}

/** Evidence that shows a mistake, a figure or name that the message must hold, and evidence that does not show it. */
export interface Shown {
  readonly shows: Case;
  readonly says: string;
  readonly not: Case;
}

/** An index that the submission created, of 1 MB. */
export function index(name: string, columns: string, more: Partial<IndexEvidence> = {}): IndexEvidence {
  const keys = columns.split(', ');
  return {
    schema: 'public',
    table: 'orders',
    name,
    method: 'btree',
    definition: `CREATE INDEX ${name} ON public.orders USING btree (${columns})`,
    columns: keys.map((key) => key.replace(/ DESC$/, '')),
    included: [],
    unique: false,
    valid: true,
    bytes: 1024 * 1024,
    created: true,
    ...more,
  };
}

/** An index that was there before. */
export const shipped = (name: string, columns: string, more: Partial<IndexEvidence> = {}) =>
  index(name, columns, { created: false, ...more });

function exerciseOf({ task = 'tune', allow = ['create-index'], indexOnly, runs }: Case): Exercise {
  const access = {
    id: 'a',
    kind: 'access',
    of: 'q',
    table: 'orders',
    via: indexOnly ? 'index-only' : 'index',
  };
  const spec = specSchema.parse({
    format: 1,
    title: 'A sample',
    summary: 'An exercise that only tests know.',
    module: 'indexing',
    order: 10,
    difficulty: 1,
    minutes: 5,
    concepts: ['sample'],
    dataset: 'shop',
    task,
    allow,
    workload: Object.keys(runs ?? { q: 1 }).map((id) => ({ id, sql: 'select 1' })),
    checks: [
      access,
      { id: 'r', kind: 'rows' },
      ...(runs ? [{ id: 'total', kind: 'total', runs, 'at-most': 1 }] : []),
    ],
    misconceptions: allMisconceptions.map(({ id }) => id),
  });
  return { id: 'sample', spec, start: '', solution: '', also: [], wrong: [] };
}

/** The mistakes that are found in it. */
export function find(sample: Case): readonly Finding[] {
  const evidence = evidenceOf(sample.start ?? sample.seen, sample.seen, sample.more);
  const checks = (sample.fails ?? ['buffers']).map((kind) => ({
    id: kind,
    kind,
    title: kind,
    state: 'failed' as const,
    message: '',
  }));
  const own = sample.indexes ?? [];
  return findMisconceptions({
    exercise: exerciseOf(sample),
    checks,
    evidence: {
      ...evidence,
      start: { ...evidence.start, indexes: sample.shippedIndexes ?? sample.before ?? [] },
      submission: { ...evidence.submission, indexes: [...own, ...(sample.before ?? [])] },
    },
  });
}
