import type { Cell } from '../engine/engine.ts';
import type { Plan } from '../plan/plan.ts';
import type { LockMode } from '../sql/lock-modes.ts';
import type { RowsEvidence } from '../sql/rows-evidence.ts';

/**
 * What was seen, and nothing concluded: the plain data on which every verdict rests. The same submission on the same
 * snapshot gives the same evidence (times aside) in Node and in every browser.
 */
export interface Evidence {
  /** The database as shipped, before the submission. */
  readonly start: Side;
  /** The database as the submission left it (for `rewrite`: the shipped database, with the submitted query). */
  readonly submission: Side;
  /** `rewrite` only: what the reference answer returned, on the shipped data and on every variant. */
  readonly reference?: readonly Observation[];
  /** `rewrite` only: false where the reference answer has no ORDER BY, so that any order is right. */
  readonly referenceOrdered?: boolean;
  /** `rewrite` only: false where the submitted query has no ORDER BY around the whole of it. */
  readonly submissionOrdered?: boolean;
  /** The partitions of each partitioned table, by its name: plans name only the partitions. */
  readonly partitions?: Readonly<Record<string, readonly string[]>>;
  /** The shown workload planned again with what the submission created taken away; absent where nothing was created. */
  readonly counterfactual?: readonly Observation[];
  /** Extended statistics objects after the submission; absent where there are none. */
  readonly statistics?: readonly StatisticsEvidence[];
  /** What was created, is read by no run, and changes no step of a plan; absent where there is nothing of the kind. */
  readonly idle?: readonly IdleEvidence[];
  /** One entry for each workload query that a `time` check asks about. */
  readonly times: readonly TimeEvidence[];
  /** What the submission changed that the exercise does not allow; empty is good. */
  readonly changes: readonly Change[];
  /** The locks of each statement of the submission; absent where no check asks about them. */
  readonly locks?: readonly LockEvidence[];
  /** Results of named invariant queries (`constraint` checks): rows that break the invariant. */
  readonly invariants: readonly InvariantEvidence[];
}

export interface Side {
  readonly observations: readonly Observation[];
  /** Every index on the dataset's tables. */
  readonly indexes: readonly IndexEvidence[];
  /** One entry for each table that a `wal-per-row` check asks about. */
  readonly wal: readonly WalEvidence[];
}

/** One execution of one query with one set of parameters, on one variant of the data. */
export interface Observation {
  /** The workload query's id; `query` for the submitted query of a `rewrite`. */
  readonly query: string;
  readonly params: readonly Cell[];
  /** False for hidden parameters: messages must not reveal them. */
  readonly shown: boolean;
  /** `shipped`, or the name of a data variant. Plans and pages are judged on `shipped` only. */
  readonly variant: string;
  readonly plan: Plan;
  /** Shared pages hit + read by the execution (planning excluded), second run: cache-independent. */
  readonly pages: number;
  readonly rows: RowsEvidence;
}

export interface IndexEvidence {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly method: string;
  readonly definition: string;
  readonly columns: readonly string[];
  readonly included: readonly string[];
  readonly predicate?: string;
  readonly unique: boolean;
  readonly valid: boolean;
  /** Of an index on expressions: whether ANALYZE has collected statistics of them; absent where it has none. */
  readonly collected?: boolean;
  readonly bytes: number;
  /** True where the submission created it. */
  readonly created: boolean;
}

/** What CREATE STATISTICS made. */
export interface StatisticsEvidence {
  readonly table: string;
  readonly name: string;
  /** `dependencies`, `ndistinct`, `mcv`, `expressions`. */
  readonly kinds: readonly string[];
  readonly columns: readonly string[];
  /** As PostgreSQL writes them: `lower(email)`; absent where there are none. */
  readonly expressions?: readonly string[];
  /** False until ANALYZE has collected what it asks for. */
  readonly collected: boolean;
  readonly created: boolean;
}

/** An index or a statistics object without which every plan of the workload has the same steps. */
export interface IdleEvidence {
  readonly kind: 'index' | 'statistics';
  readonly name: string;
  /** The runs of which the planner expects other numbers of rows when it is gone, with those numbers in their plans. */
  readonly without: readonly Observation[];
  /** Invariants that the given writes of a check end in when it is gone: what serves those writes shows in no plan. */
  readonly invariants?: readonly InvariantEvidence[];
}

export interface WalEvidence {
  readonly table: string;
  /** WAL bytes of inserting copies of existing rows, each row; averaged over a batch after a warm-up batch. */
  readonly bytesPerRow: number;
}

/** Start and submission measured in turn, in the same worker, warm; medians in ms. */
export interface TimeEvidence {
  readonly query: string;
  readonly startMs: number;
  readonly submissionMs: number;
  /** The spread of the samples as a share of the median (0.1: ±10 %), the larger of the two sides. */
  readonly noise: number;
  readonly rounds: number;
}

export interface Change {
  readonly what: 'schema' | 'rows' | 'settings' | 'statistics' | 'objects';
  /** The object, as the learner would write it. */
  readonly object: string;
  /** One sentence: what changed. */
  readonly message: string;
}

export interface InvariantEvidence {
  readonly id: string;
  /** The error in which the given writes ended; they were undone before the invariant was looked at. */
  readonly error?: { readonly sqlstate: string; readonly message: string; readonly hint?: string };
  readonly violations: number;
  readonly sample: readonly (readonly Cell[])[];
}

/** What one statement of the submission stopped on one table while it ran. */
export interface LockEvidence {
  readonly table: string;
  /** The statement, shortened to a line. */
  readonly statement: string;
  /** The strongest lock that it took on the table; undefined where it took none. */
  readonly mode: LockMode | undefined;
  /** `seen` in pg_locks before it was committed, or by the `manual` where it cannot run inside a transaction. */
  readonly from: 'seen' | 'manual';
  /** Whether the table's rows lie in another file since. */
  readonly rewritten: boolean;
}
