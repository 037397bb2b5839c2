/**
 * A plan as Planwright reads it: EXPLAIN (FORMAT JSON) made regular. Per-loop averages are multiplied out, times and
 * buffers are there both with and without the children, and what PostgreSQL leaves out is undefined, never zero.
 */

/** Pages of 8 kB. Inclusive of children unless the holder says otherwise. */
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

export interface PlanNode {
  /** Stable within a plan: the path of child positions, `0`, `0.1`, `0.1.0`. */
  readonly id: string;
  /** EXPLAIN's `Node Type`, e.g. `Index Only Scan`; kept as it is when it is one we do not know. */
  readonly kind: string;
  readonly relationship: Relationship;
  /** `CTE name`, `InitPlan 1 (returns $0)`: how EXPLAIN names a sub-plan. */
  readonly subplanName?: string;
  readonly relation?: string;
  readonly schema?: string;
  readonly alias?: string;
  readonly index?: string;
  readonly joinType?: string;
  readonly strategy?: string;
  readonly scanDirection?: string;
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
  readonly joinFilter?: string;
  readonly hashCond?: string;
  readonly mergeCond?: string;
  readonly orderBy?: string;
  readonly sortKey?: readonly string[];
  readonly presortedKey?: readonly string[];
  readonly groupKey?: readonly string[];
  readonly cacheKey?: string;
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

/** What happened. Totals over all loops unless said otherwise. */
export interface NodeActual {
  /** 0: never executed. */
  readonly loops: number;
  /** Rows over all loops. */
  readonly rows: number;
  /** Rows of one loop, as EXPLAIN prints it. */
  readonly rowsPerLoop: number;
  /** ms over all loops, children included; undefined with TIMING OFF. */
  readonly ms?: number;
  /** ms over all loops, without children (never negative). */
  readonly exclusiveMs?: number;
  readonly startupMs?: number;
  readonly buffers?: Buffers;
  readonly exclusiveBuffers?: Buffers;
  /** Over all loops. */
  readonly rowsRemovedByFilter?: number;
  readonly rowsRemovedByJoinFilter?: number;
  readonly rowsRemovedByRecheck?: number;
  readonly heapFetches?: number;
  readonly indexSearches?: number;
  readonly exactHeapBlocks?: number;
  readonly lossyHeapBlocks?: number;
  readonly sort?: { readonly method: string; readonly spaceKb: number; readonly onDisk: boolean };
  readonly hash?: { readonly buckets: number; readonly batches: number; readonly memoryKb: number };
  readonly memoize?: { readonly hits: number; readonly misses: number; readonly evictions: number };
}

export interface TriggerTime {
  readonly name: string;
  readonly relation?: string;
  readonly ms: number;
  readonly calls: number;
}

export interface Plan {
  readonly root: PlanNode;
  /** Planner settings that differ from the built-in default, as EXPLAIN (SETTINGS) lists them. */
  readonly settings: Readonly<Record<string, string>>;
  readonly planningMs?: number;
  readonly executionMs?: number;
  readonly planningBuffers?: Buffers;
  readonly triggers: readonly TriggerTime[];
  /** False for a bare EXPLAIN: there are estimates only. */
  readonly analyzed: boolean;
}
