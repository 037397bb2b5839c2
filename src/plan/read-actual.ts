import { type Fields, present, readFields, readNumber, readText } from './fields.ts';
import type { Buffers, NodeActual } from './plan.ts';

/** What EXPLAIN ANALYZE says of one node, apart from what is worked out over the whole tree (exclusive figures). */
export function readActual(fields: Fields, processes: number): NodeActual | undefined {
  const loops = readNumber(fields, 'Actual Loops');
  const rowsPerLoop = readNumber(fields, 'Actual Rows');
  if (loops === undefined || rowsPerLoop === undefined) return undefined;
  const overLoops = (key: string) => scale(readNumber(fields, key), loops);
  const ms = readNumber(fields, 'Actual Total Time');
  return present<NodeActual>({
    loops,
    processes,
    rows: Math.round(rowsPerLoop * loops),
    rowsPerLoop,
    ms: ms === undefined ? undefined : (ms * loops) / processes,
    exclusiveMs: undefined,
    startupMs: readNumber(fields, 'Actual Startup Time'),
    buffers: readBuffers(fields),
    exclusiveBuffers: undefined,
    rowsRemovedByFilter: overLoops('Rows Removed by Filter'),
    rowsRemovedByJoinFilter: overLoops('Rows Removed by Join Filter'),
    rowsRemovedByRecheck: overLoops('Rows Removed by Index Recheck'),
    heapFetches: readNumber(fields, 'Heap Fetches'),
    indexSearches: readNumber(fields, 'Index Searches'),
    exactHeapBlocks: readNumber(fields, 'Exact Heap Blocks'),
    lossyHeapBlocks: readNumber(fields, 'Lossy Heap Blocks'),
    sort: readSort(fields),
    incrementalSort: readIncrementalSort(fields),
    hash: readHash(fields),
    hashAggregate: readHashAggregate(fields),
    memoize: readMemoize(fields),
    storage: readStorage(fields),
    tuples: readTuples(fields),
    wal: readWal(fields),
  });
}

function scale(value: number | undefined, loops: number): number | undefined {
  return value === undefined ? undefined : value * loops;
}

/** Undefined where EXPLAIN ran without BUFFERS. */
export function readBuffers(fields: Fields): Buffers | undefined {
  if (readNumber(fields, 'Shared Hit Blocks') === undefined) return undefined;
  const pages = (what: string) =>
    (readNumber(fields, `Shared ${what} Blocks`) ?? 0) + (readNumber(fields, `Local ${what} Blocks`) ?? 0);
  return {
    hit: pages('Hit'),
    read: pages('Read'),
    dirtied: pages('Dirtied'),
    written: pages('Written'),
    tempRead: readNumber(fields, 'Temp Read Blocks') ?? 0,
    tempWritten: readNumber(fields, 'Temp Written Blocks') ?? 0,
  };
}

function readSort(fields: Fields): NodeActual['sort'] {
  const method = readText(fields, 'Sort Method');
  if (method === undefined) return undefined;
  const onDisk = readText(fields, 'Sort Space Type') === 'Disk';
  return { method, spaceKb: readNumber(fields, 'Sort Space Used') ?? 0, onDisk };
}

function readIncrementalSort(fields: Fields): NodeActual['incrementalSort'] {
  const groups = ['Full-sort Groups', 'Pre-sorted Groups'].map((key) => readFields(fields, key));
  const [full, presorted] = groups;
  if (full === undefined) return undefined;
  const spaces = groups.flatMap((group) => {
    const found = ['Sort Space Memory', 'Sort Space Disk'].map((key) => group && readFields(group, key));
    return found.filter((space) => space !== undefined);
  });
  return {
    fullGroups: readNumber(full, 'Group Count') ?? 0,
    presortedGroups: presorted ? (readNumber(presorted, 'Group Count') ?? 0) : 0,
    peakKb: Math.max(0, ...spaces.map((space) => readNumber(space, 'Peak Sort Space Used') ?? 0)),
    onDisk: groups.some((group) => group !== undefined && readFields(group, 'Sort Space Disk') !== undefined),
  };
}

function readHash(fields: Fields): NodeActual['hash'] {
  const batches = readNumber(fields, 'Hash Batches');
  if (batches === undefined) return undefined;
  const buckets = readNumber(fields, 'Hash Buckets') ?? 0;
  return { buckets, batches, memoryKb: readNumber(fields, 'Peak Memory Usage') ?? 0 };
}

function readHashAggregate(fields: Fields): NodeActual['hashAggregate'] {
  const batches = readNumber(fields, 'HashAgg Batches');
  if (batches === undefined) return undefined;
  const memoryKb = readNumber(fields, 'Peak Memory Usage') ?? 0;
  return { batches, memoryKb, diskKb: readNumber(fields, 'Disk Usage') ?? 0 };
}

function readMemoize(fields: Fields): NodeActual['memoize'] {
  const hits = readNumber(fields, 'Cache Hits');
  const misses = readNumber(fields, 'Cache Misses');
  if (hits === undefined || misses === undefined) return undefined;
  return { hits, misses, evictions: readNumber(fields, 'Cache Evictions') ?? 0 };
}

function readStorage(fields: Fields): NodeActual['storage'] {
  const kind = readText(fields, 'Storage');
  if (kind === undefined) return undefined;
  return { kb: readNumber(fields, 'Maximum Storage') ?? 0, onDisk: kind === 'Disk' };
}

function readTuples(fields: Fields): NodeActual['tuples'] {
  const inserted = readNumber(fields, 'Tuples Inserted');
  if (inserted === undefined) return undefined;
  return {
    inserted,
    updated: readNumber(fields, 'Tuples Updated') ?? 0,
    deleted: readNumber(fields, 'Tuples Deleted') ?? 0,
    skipped: readNumber(fields, 'Tuples Skipped') ?? 0,
    conflicting: readNumber(fields, 'Conflicting Tuples') ?? 0,
  };
}

function readWal(fields: Fields): NodeActual['wal'] {
  const bytes = readNumber(fields, 'WAL Bytes');
  if (bytes === undefined) return undefined;
  return {
    records: readNumber(fields, 'WAL Records') ?? 0,
    fullPageImages: readNumber(fields, 'WAL FPI') ?? 0,
    bytes,
  };
}
