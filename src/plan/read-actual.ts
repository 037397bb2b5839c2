import { type Fields, present, readFields, readList, readNumber, readText } from './fields.ts';
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
    exactHeapBlocks: sumOf(fields, 'Exact Heap Blocks'),
    lossyHeapBlocks: sumOf(fields, 'Lossy Heap Blocks'),
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

/** What each process said of itself: the leader in the node's own fields, then the workers. */
function byProcess(fields: Fields): readonly Fields[] {
  return [fields, ...readList(fields, 'Workers')];
}

/** A count of which each process gave its own; undefined where none did. */
function sumOf(fields: Fields, key: string): number | undefined {
  const counts = byProcess(fields).flatMap((each) => readNumber(each, key) ?? []);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

function fieldsOf(objects: readonly Fields[], key: string): readonly Fields[] {
  return objects.map((each) => readFields(each, key)).filter((found) => found !== undefined);
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

/** Of several processes what they took together; what was on disk where any was. */
function readSort(fields: Fields): NodeActual['sort'] {
  const sorts = byProcess(fields).flatMap((each) => {
    const method = readText(each, 'Sort Method');
    const onDisk = readText(each, 'Sort Space Type') === 'Disk';
    return method === undefined ? [] : { method, onDisk, spaceKb: readNumber(each, 'Sort Space Used') ?? 0 };
  });
  const first = sorts.find(({ onDisk }) => onDisk) ?? sorts[0];
  const alike = sorts.filter(({ onDisk }) => onDisk === first?.onDisk);
  return first && { ...first, spaceKb: alike.reduce((sum, { spaceKb }) => sum + spaceKb, 0) };
}

function readIncrementalSort(fields: Fields): NodeActual['incrementalSort'] {
  const groupsOf = (key: string) => fieldsOf(byProcess(fields), key);
  const [full, presorted] = [groupsOf('Full-sort Groups'), groupsOf('Pre-sorted Groups')];
  if (full.length === 0) return undefined;
  const count = (groups: readonly Fields[]) =>
    groups.reduce((sum, group) => sum + (readNumber(group, 'Group Count') ?? 0), 0);
  const spaces = (kind: string) => fieldsOf([...full, ...presorted], `Sort Space ${kind}`);
  const peaks = [...spaces('Memory'), ...spaces('Disk')].map(
    (space) => readNumber(space, 'Peak Sort Space Used') ?? 0,
  );
  return {
    fullGroups: count(full),
    presortedGroups: count(presorted),
    peakKb: Math.max(0, ...peaks),
    onDisk: spaces('Disk').length > 0,
  };
}

function readHash(fields: Fields): NodeActual['hash'] {
  const batches = readNumber(fields, 'Hash Batches');
  if (batches === undefined) return undefined;
  const buckets = readNumber(fields, 'Hash Buckets') ?? 0;
  return { buckets, batches, memoryKb: readNumber(fields, 'Peak Memory Usage') ?? 0 };
}

/** Of several processes the disk of all and the memory of the one that took most. */
function readHashAggregate(fields: Fields): NodeActual['hashAggregate'] {
  const read = (key: string) => byProcess(fields).flatMap((each) => readNumber(each, key) ?? []);
  const batches = read('HashAgg Batches');
  if (batches.length === 0) return undefined;
  return {
    batches: Math.max(...batches),
    memoryKb: Math.max(0, ...read('Peak Memory Usage')),
    diskKb: sumOf(fields, 'Disk Usage') ?? 0,
  };
}

function readMemoize(fields: Fields): NodeActual['memoize'] {
  const hits = sumOf(fields, 'Cache Hits');
  const misses = sumOf(fields, 'Cache Misses');
  if (hits === undefined || misses === undefined) return undefined;
  return { hits, misses, evictions: sumOf(fields, 'Cache Evictions') ?? 0 };
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
