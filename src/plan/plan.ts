/**
 * A plan as Planwright reads it: EXPLAIN (FORMAT JSON) made regular. Per-loop averages are multiplied out, times and
 * buffers are there both with and without the children, and what PostgreSQL leaves out is undefined, never zero.
 */

/** Pages of 8 kB; shared and local (temporary table) buffers together, temporary files apart. */
export interface Buffers {
  readonly hit: number;
  readonly read: number;
  readonly dirtied: number;
  readonly written: number;
  readonly tempRead: number;
  readonly tempWritten: number;
}

/** Why a node hangs below its parent, as EXPLAIN's `Parent Relationship` says. */
export type Relationship = 'Outer' | 'Inner' | 'Member' | 'InitPlan' | 'SubPlan' | 'Subquery' | 'Root';

/** One step of a plan, with its inputs below it. */
export interface PlanNode {
  /** Stable within a plan: the path of child positions, `0`, `0.1`, `0.1.0`. */
  readonly id: string;
  /** EXPLAIN's `Node Type`, e.g. `Index Only Scan`; kept as it is when it is one we do not know. */
  readonly kind: string;
  /** The node as EXPLAIN's text form calls it: `Parallel Hash Left Join`, `HashAggregate`, `Insert`. */
  readonly name: string;
  readonly relationship: Relationship;
  /** `CTE name`, `InitPlan 1`: how EXPLAIN names a sub-plan. */
  readonly subplanName?: string;
  readonly relation?: string;
  readonly schema?: string;
  readonly alias?: string;
  readonly index?: string;
  readonly functionName?: string;
  readonly joinType?: string;
  /** Of an Aggregate or SetOp: `Plain`, `Sorted`, `Hashed`, `Mixed`. */
  readonly strategy?: string;
  /** Of a parallel aggregate: `Partial` or `Finalize`. */
  readonly partialMode?: string;
  /** Of a ModifyTable: `Insert`, `Update`, `Delete`, `Merge`. */
  readonly operation?: string;
  readonly scanDirection?: string;
  /** True where the node shares its work with other processes (`Parallel Seq Scan`). */
  readonly parallelAware: boolean;
  /** True where the planner had to use a node that a setting (`enable_seqscan = off`) disables. */
  readonly disabled: boolean;
  readonly startupCost: number;
  readonly totalCost: number;
  /** Estimated rows of one loop. */
  readonly planRows: number;
  readonly planWidth: number;
  /** Present when the plan was run. */
  readonly actual?: NodeActual;
  readonly indexCond?: string;
  readonly recheckCond?: string;
  readonly filter?: string;
  readonly oneTimeFilter?: string;
  readonly joinFilter?: string;
  readonly hashCond?: string;
  readonly mergeCond?: string;
  readonly tidCond?: string;
  readonly runCondition?: string;
  readonly conflictFilter?: string;
  readonly orderBy?: string;
  readonly sortKey?: readonly string[];
  readonly presortedKey?: readonly string[];
  readonly groupKey?: readonly string[];
  readonly cacheKey?: string;
  readonly window?: string;
  /** Partitions ruled out when the execution began. */
  readonly subplansRemoved?: number;
  readonly workersPlanned?: number;
  readonly workersLaunched?: number;
  readonly cteName?: string;
  /** Output columns, as VERBOSE gives them. */
  readonly output?: readonly string[];
  readonly children: readonly PlanNode[];
  /** Everything else EXPLAIN said of the node, as it said it. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** What happened. Totals over all loops and processes unless said otherwise. */
export interface NodeActual {
  /** 0: never executed. */
  readonly loops: number;
  /** Processes that ran the node: more than 1 only below a Gather that launched workers. */
  readonly processes: number;
  /** Rows over all loops. */
  readonly rows: number;
  /** Rows of one loop, as EXPLAIN prints it. */
  readonly rowsPerLoop: number;
  /** Wall-clock ms over all loops, children included; undefined with TIMING OFF. */
  readonly ms?: number;
  /** ms over all loops, without children and without the InitPlans and CTEs that it pulled (never negative). */
  readonly exclusiveMs?: number;
  /** ms to the first row, of one loop. */
  readonly startupMs?: number;
  readonly buffers?: Buffers;
  readonly exclusiveBuffers?: Buffers;
  readonly rowsRemovedByFilter?: number;
  readonly rowsRemovedByJoinFilter?: number;
  readonly rowsRemovedByRecheck?: number;
  readonly heapFetches?: number;
  readonly indexSearches?: number;
  readonly exactHeapBlocks?: number;
  readonly lossyHeapBlocks?: number;
  readonly sort?: { readonly method: string; readonly spaceKb: number; readonly onDisk: boolean };
  readonly incrementalSort?: {
    readonly fullGroups: number;
    readonly presortedGroups: number;
    readonly peakKb: number;
    readonly onDisk: boolean;
  };
  readonly hash?: { readonly buckets: number; readonly batches: number; readonly memoryKb: number };
  /** Of an aggregate that hashes. */
  readonly hashAggregate?: { readonly batches: number; readonly memoryKb: number; readonly diskKb: number };
  readonly memoize?: { readonly hits: number; readonly misses: number; readonly evictions: number };
  /** Where a node kept rows for later: Materialize, CTE Scan, WindowAgg, Recursive Union. */
  readonly storage?: { readonly kb: number; readonly onDisk: boolean };
  /** Of ON CONFLICT and MERGE. */
  readonly tuples?: {
    readonly inserted: number;
    readonly updated: number;
    readonly deleted: number;
    readonly skipped: number;
    readonly conflicting: number;
  };
  readonly wal?: { readonly records: number; readonly fullPageImages: number; readonly bytes: number };
}

/** What the calls of a trigger took; in no node’s time. */
export interface TriggerTime {
  readonly name: string;
  readonly constraint?: string;
  readonly relation?: string;
  /** 0 with TIMING OFF. */
  readonly ms: number;
  readonly calls: number;
}

/** A statement’s plan as a whole. */
export interface Plan {
  readonly root: PlanNode;
  /** Planner settings that differ from the built-in default, as EXPLAIN (SETTINGS) lists them. */
  readonly settings: Readonly<Record<string, string>>;
  readonly planningMs?: number;
  readonly executionMs?: number;
  readonly planningBuffers?: Buffers;
  readonly triggers: readonly TriggerTime[];
  /** Time spent compiling expressions, part of `executionMs`. */
  readonly jitMs?: number;
  /** Time to turn the result into its wire form, from EXPLAIN (SERIALIZE). */
  readonly serializationMs?: number;
  /** False for a bare EXPLAIN: there are estimates only. */
  readonly analyzed: boolean;
  /** False with COSTS OFF: costs and estimated rows are 0 and mean nothing. */
  readonly costed: boolean;
  /** What EXPLAIN said, word for word: the object that holds `Plan`. */
  readonly source: Readonly<Record<string, unknown>>;
}
