import type { Cell } from '../engine/engine.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { hashRows } from '../sql/hash-rows.ts';
import type { Evidence, IndexEvidence, Observation } from './evidence.ts';

/** Plain evidence for tests: what a check is given, without a database. */

type Fields = Readonly<Record<string, unknown>>;

const RAN = {
  'Actual Rows': 5,
  'Actual Loops': 1,
  'Plan Rows': 5,
  'Plan Width': 8,
  'Startup Cost': 0,
  'Total Cost': 10,
};

/** A node as EXPLAIN (FORMAT JSON) gives it, run once. `pages` are shared hits, children included. */
export function planNode(kind: string, fields: Fields = {}, children: readonly Fields[] = []): Fields {
  const { pages = 4, ...rest } = fields;
  const buffers = {
    'Shared Hit Blocks': pages,
    'Shared Read Blocks': 0,
    'Temp Read Blocks': 0,
    'Temp Written Blocks': 0,
  };
  return {
    'Node Type': kind,
    ...RAN,
    ...buffers,
    ...rest,
    ...(children.length > 0 ? { Plans: children } : {}),
  };
}

/** A node that reads a table of the schema `public`. */
export function scanOf(kind: string, relation: string, fields: Fields = {}): Fields {
  return planNode(kind, { 'Relation Name': relation, Schema: 'public', Alias: relation, ...fields });
}

function planOf(root: Fields): Plan {
  const read = readPlan([{ Plan: root }]);
  if (read.kind !== 'plan') throw new Error(read.message);
  return read.plan;
}

/** What is seen of one run; what is left out is as `observation` says. */
export interface Seen {
  readonly query?: string;
  readonly params?: readonly Cell[];
  readonly shown?: boolean;
  readonly variant?: string;
  readonly pages?: number;
  readonly plan?: Fields;
  readonly rows?: readonly (readonly Cell[])[];
  /** How many rows there were, where `rows` are only the first of them. */
  readonly keptOf?: number;
}

/** One observation: of the query `q`, shown, on the shipped data, unless said otherwise. */
export function observation(seen: Seen = {}): Observation {
  const rows = seen.rows ?? [['1', 'a']];
  return {
    query: seen.query ?? 'q',
    params: seen.params ?? ['42'],
    shown: seen.shown ?? true,
    variant: seen.variant ?? 'shipped',
    plan: planOf(seen.plan ?? scanOf('Seq Scan', 'orders')),
    pages: seen.pages ?? 4,
    rows: {
      ...hashRows(rows),
      ...(seen.keptOf === undefined ? {} : { count: seen.keptOf, truncated: true }),
      columns: ['id', 'name'],
      sample: rows.slice(0, 20),
    },
  };
}

/** An index on `orders (id)` that the submission created. */
export function createdIndex(name: string, bytes: number): IndexEvidence {
  const definition = `CREATE INDEX ${name} ON public.orders USING btree (id)`;
  const shape = { schema: 'public', table: 'orders', method: 'btree', columns: ['id'], included: [] };
  return { ...shape, name, definition, unique: false, valid: true, bytes, created: true };
}

/** Evidence of a start and a submission; what is not given is empty. */
export function evidenceOf(
  start: readonly Seen[],
  submission: readonly Seen[],
  more: Partial<Evidence> = {},
): Evidence {
  const side = (seen: readonly Seen[]) => ({ observations: seen.map(observation), indexes: [], wal: [] });
  return {
    start: side(start),
    submission: side(submission),
    times: [],
    changes: [],
    invariants: [],
    ...more,
  };
}

/** Evidence of a submission that created `a` of 3 MB and `b` of 1 MB; the index `c` was there before. */
export const twoIndexes = evidenceOf([], [], {
  submission: {
    observations: [],
    indexes: [
      createdIndex('a', 3 * 1024 * 1024),
      createdIndex('b', 1024 * 1024),
      { ...createdIndex('c', 9e9), created: false },
    ],
    wal: [],
  },
});
