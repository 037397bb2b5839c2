import { type Fields, present, readList, readNumber, readText, readTexts } from './fields.ts';
import { nameNode } from './name-node.ts';
import type { PlanNode, Relationship } from './plan.ts';
import { readActual } from './read-actual.ts';

const relationships: readonly Relationship[] = [
  'Outer',
  'Inner',
  'Member',
  'InitPlan',
  'SubPlan',
  'Subquery',
];

/** EXPLAIN keys that have a field of their own in PlanNode or NodeActual; what remains goes to `extra`. */
const known = new Set([
  ...['Node Type', 'Parent Relationship', 'Subplan Name', 'Relation Name', 'Schema', 'Alias', 'Index Name'],
  ...['Function Name', 'Table Function Name', 'Tuplestore Name', 'Join Type', 'Strategy', 'Partial Mode'],
  ...[
    'Operation',
    'Scan Direction',
    'Parallel Aware',
    'Async Capable',
    'Disabled',
    'Startup Cost',
    'Total Cost',
  ],
  ...['Plan Rows', 'Plan Width', 'Actual Startup Time', 'Actual Total Time', 'Actual Rows', 'Actual Loops'],
  ...['Index Cond', 'Recheck Cond', 'Filter', 'One-Time Filter', 'Join Filter', 'Hash Cond', 'Merge Cond'],
  ...['TID Cond', 'Run Condition', 'Conflict Filter', 'Order By', 'Sort Key', 'Presorted Key', 'Group Key'],
  ...['Cache Key', 'Window', 'Subplans Removed', 'Workers Planned', 'Workers Launched', 'CTE Name', 'Output'],
  ...['Plans', 'Rows Removed by Filter', 'Rows Removed by Join Filter', 'Rows Removed by Index Recheck'],
  ...['Heap Fetches', 'Index Searches', 'Exact Heap Blocks', 'Lossy Heap Blocks', 'Sort Method'],
  ...['Sort Space Used', 'Sort Space Type', 'Full-sort Groups', 'Pre-sorted Groups', 'Hash Buckets'],
  ...['Hash Batches', 'HashAgg Batches', 'Peak Memory Usage', 'Disk Usage', 'Cache Hits', 'Cache Misses'],
  ...['Cache Evictions', 'Storage', 'Maximum Storage', 'Tuples Inserted', 'Tuples Updated', 'Tuples Deleted'],
  ...['Tuples Skipped', 'Conflicting Tuples', 'WAL Records', 'WAL FPI', 'WAL Bytes'],
  ...['Shared', 'Local', 'Temp'].flatMap((where) =>
    ['Hit', 'Read', 'Dirtied', 'Written'].map((what) => `${where} ${what} Blocks`),
  ),
]);

/** Reads a node and what hangs below it. `processes`: how many processes run it, 1 outside a Gather. */
export function readNode(fields: Fields, id = '0', processes = 1): PlanNode {
  const children = readList(fields, 'Plans');
  const below = processesBelow(fields, children, processes);
  return present<PlanNode>({
    ...readIdentity(fields, id),
    ...readConditions(fields),
    startupCost: readNumber(fields, 'Startup Cost') ?? 0,
    totalCost: readNumber(fields, 'Total Cost') ?? 0,
    planRows: readNumber(fields, 'Plan Rows') ?? 0,
    planWidth: readNumber(fields, 'Plan Width') ?? 0,
    actual: readActual(fields, processes),
    subplansRemoved: readNumber(fields, 'Subplans Removed'),
    workersPlanned: readNumber(fields, 'Workers Planned'),
    workersLaunched: readNumber(fields, 'Workers Launched'),
    output: readTexts(fields, 'Output'),
    children: children.map((child, at) =>
      readNode(child, `${id}.${at}`, child['Parent Relationship'] === 'InitPlan' ? processes : below),
    ),
    extra: Object.fromEntries(Object.entries(fields).filter(([key]) => !known.has(key))),
  });
}

/** Each process runs a Gather's child once for each time the Gather runs. */
function processesBelow(fields: Fields, children: readonly Fields[], processes: number): number {
  if (readNumber(fields, 'Workers Planned') === undefined) return processes;
  const shared = children.find((child) => child['Parent Relationship'] === 'Outer');
  const loops = shared && readNumber(shared, 'Actual Loops');
  return Math.max(1, Math.round((loops ?? 1) / (readNumber(fields, 'Actual Loops') || 1)));
}

function readIdentity(fields: Fields, id: string) {
  const relationship = relationships.find((name) => name === fields['Parent Relationship']);
  const functionName =
    readText(fields, 'Function Name') ??
    readText(fields, 'Table Function Name') ??
    readText(fields, 'Tuplestore Name');
  return {
    id,
    kind: readText(fields, 'Node Type') ?? 'Unknown',
    name: nameNode(fields),
    relationship: relationship ?? (id === '0' ? 'Root' : 'Outer'),
    subplanName: readText(fields, 'Subplan Name'),
    relation: readText(fields, 'Relation Name'),
    schema: readText(fields, 'Schema'),
    alias: readText(fields, 'Alias'),
    index: readText(fields, 'Index Name'),
    functionName,
    cteName: readText(fields, 'CTE Name'),
    joinType: readText(fields, 'Join Type'),
    strategy: readText(fields, 'Strategy'),
    partialMode: fields['Partial Mode'] === 'Simple' ? undefined : readText(fields, 'Partial Mode'),
    operation: readText(fields, 'Operation'),
    scanDirection: readText(fields, 'Scan Direction'),
    parallelAware: fields['Parallel Aware'] === true,
    disabled: fields.Disabled === true,
  } as const;
}

function readConditions(fields: Fields) {
  return {
    indexCond: readText(fields, 'Index Cond'),
    recheckCond: readText(fields, 'Recheck Cond'),
    filter: readText(fields, 'Filter'),
    oneTimeFilter: readText(fields, 'One-Time Filter'),
    joinFilter: readText(fields, 'Join Filter'),
    hashCond: readText(fields, 'Hash Cond'),
    mergeCond: readText(fields, 'Merge Cond'),
    tidCond: readText(fields, 'TID Cond'),
    runCondition: readText(fields, 'Run Condition'),
    conflictFilter: readText(fields, 'Conflict Filter'),
    orderBy: readText(fields, 'Order By'),
    sortKey: readTexts(fields, 'Sort Key'),
    presortedKey: readTexts(fields, 'Presorted Key'),
    groupKey: readTexts(fields, 'Group Key'),
    cacheKey: readText(fields, 'Cache Key'),
    window: readText(fields, 'Window'),
  };
}
