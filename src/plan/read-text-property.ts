import { addGroupingSet, addGroupKey } from './read-text-grouping.ts';
import { parseValue, splitList } from './split-list.ts';

type Draft = Record<string, unknown>;

/** What lines are being added to. */
export interface Holder {
  readonly fields: Draft;
  /** The key of the line before, for a condition that was wrapped on its way here. */
  last?: string;
  /** The worker whose lines follow, and how far its first one was indented. */
  worker?: { readonly holder: Holder; readonly at: number };
}

/** Adds a line below a node's heading (`Filter: (id = 1)`) to its fields. `at`: the indentation of the line. */
export function addProperty(holder: Holder, content: string, at = 0): void {
  const { fields, worker } = holder;
  const [, number, first] = /^Worker (\d+): +(.*)$/.exec(content) ?? [];
  const colon = content.indexOf(': ');
  if (number !== undefined) openWorker(holder, Number(number), first ?? '', at);
  else if (worker !== undefined && at > worker.at) addWorkerLine(worker.holder, content);
  else if (colon < 0) continueLast(holder, content);
  else {
    const [key, value] = [content.slice(0, colon), content.slice(colon + 2)];
    const special = parsers[key];
    if (special === undefined) fields[key] = parsePlain(key, value);
    else special(fields, value);
    holder.last = key;
  }
}

function openWorker(holder: Holder, number: number, first: string, at: number): void {
  const { fields } = holder;
  const worker: Holder = { fields: { 'Worker Number': number } };
  fields.Workers = [...(Array.isArray(fields.Workers) ? fields.Workers : []), worker.fields];
  holder.worker = { holder: worker, at };
  addWorkerLine(worker, first);
}

function addWorkerLine(worker: Holder, content: string): void {
  const actual = /^actual (?:time=([\d.]+)\.\.([\d.]+) )?rows=([\d.]+) loops=(\d+)$/.exec(content);
  if (actual === null) {
    addProperty(worker, content);
    return;
  }
  if (actual[2] !== undefined) {
    Object.assign(worker.fields, {
      'Actual Startup Time': Number(actual[1]),
      'Actual Total Time': Number(actual[2]),
    });
  }
  Object.assign(worker.fields, { 'Actual Rows': Number(actual[3]), 'Actual Loops': Number(actual[4]) });
}

function continueLast({ fields, last }: Holder, content: string): void {
  const before = last === undefined ? undefined : fields[last];
  if (last !== undefined && typeof before === 'string') fields[last] = `${before} ${content}`;
}

/** A condition is a text, also where it is `false`. */
function parsePlain(key: string, value: string): unknown {
  if (lists.has(key)) return splitList(value);
  const isCondition = /(Cond|Filter|Condition|Key|Order By)$/.test(key) && !key.startsWith('Rows Removed');
  return isCondition ? value : parseValue(value);
}

const lists = new Set(['Output', 'Sort Key', 'Presorted Key', 'Conflict Arbiter Indexes']);

type Parser = (fields: Draft, value: string) => void;

/** Copies the numbers of a line of `name: 12kB  other: 3` or `name=12 other=3` to the keys given for the names. */
function numbers(keys: Readonly<Record<string, string>>): (fields: Draft, line: string) => void {
  return (fields, line) => {
    for (const [, name, value] of line.matchAll(/([A-Za-z][\w -]*?)(?:: |=)(\d+(?:\.\d+)?)(?:kB)?/g)) {
      const key = keys[name?.trim() ?? ''];
      if (key !== undefined) fields[key] = Number(value);
    }
  };
}

const hash = numbers({
  Buckets: 'Hash Buckets',
  Batches: 'Hash Batches',
  'Memory Usage': 'Peak Memory Usage',
});
const grouped = numbers({
  'Planned Partitions': 'Planned Partitions',
  Batches: 'HashAgg Batches',
  'Memory Usage': 'Peak Memory Usage',
  'Disk Usage': 'Disk Usage',
});
const cached = numbers({
  Hits: 'Cache Hits',
  Misses: 'Cache Misses',
  Evictions: 'Cache Evictions',
  Overflows: 'Cache Overflows',
  'Memory Usage': 'Peak Memory Usage',
});

const parsers: Readonly<Record<string, Parser>> = {
  Buffers: addBlocks,
  'I/O Timings': addTimes,
  WAL: numbers({
    records: 'WAL Records',
    fpi: 'WAL FPI',
    bytes: 'WAL Bytes',
    'buffers full': 'WAL Buffers Full',
  }),
  'Sort Method': (fields, value) => {
    const found = /^(.*?) {2}(\w+): (\d+)kB$/.exec(value);
    const [, method = value, kind, space] = found ?? [];
    Object.assign(fields, {
      'Sort Method': method,
      'Sort Space Used': Number(space ?? 0),
      'Sort Space Type': kind,
    });
  },
  'Full-sort Groups': (fields, value) => addGroups(fields, 'Full-sort Groups', value),
  'Pre-sorted Groups': (fields, value) => addGroups(fields, 'Pre-sorted Groups', value),
  Buckets: (fields, value) => {
    hash(fields, `Buckets: ${value}`);
    const buckets = /^\d+ \(originally (\d+)\)/.exec(value)?.[1];
    const batches = /Batches: \d+ \(originally (\d+)\)/.exec(value)?.[1];
    fields['Original Hash Buckets'] = Number(buckets ?? fields['Hash Buckets']);
    fields['Original Hash Batches'] = Number(batches ?? fields['Hash Batches']);
  },
  Batches: (fields, value) => grouped(fields, `Batches: ${value}`),
  'Planned Partitions': (fields, value) => grouped(fields, `Planned Partitions: ${value}`),
  Hits: (fields, value) => cached(fields, `Hits: ${value}`),
  Storage: (fields, value) => {
    const [, kind, space] = /^(\w+) {2}Maximum Storage: (\d+)kB$/.exec(value) ?? [];
    Object.assign(fields, { Storage: kind ?? value, 'Maximum Storage': Number(space ?? 0) });
  },
  Sampling: (fields, value) => {
    const [, method, parameters, seed] = /^(\w+) \((.*?)\)(?: REPEATABLE \((.*)\))?$/.exec(value) ?? [];
    Object.assign(fields, { 'Sampling Method': method, 'Sampling Parameters': splitList(parameters ?? '') });
    if (seed !== undefined) fields['Repeatable Seed'] = seed;
  },
  'Heap Blocks': (fields, value) => {
    Object.assign(fields, { 'Exact Heap Blocks': 0, 'Lossy Heap Blocks': 0 });
    numbers({ exact: 'Exact Heap Blocks', lossy: 'Lossy Heap Blocks' })(fields, value);
  },
  Tuples: (fields, value) => {
    Object.assign(fields, {
      'Tuples Inserted': 0,
      'Tuples Updated': 0,
      'Tuples Deleted': 0,
      'Tuples Skipped': 0,
    });
    const keys = { inserted: 'Tuples Inserted', updated: 'Tuples Updated', deleted: 'Tuples Deleted' };
    numbers({ ...keys, skipped: 'Tuples Skipped' })(fields, value);
  },
  'Sort Key': (fields, value) => {
    if (fields['Node Type'] === 'Aggregate') addGroupingSet(fields, { 'Sort Key': splitList(value) });
    else fields['Sort Key'] = splitList(value);
  },
  'Group Key': (fields, value) => addGroupKey(fields, 'Group Keys', value),
  'Hash Key': (fields, value) => addGroupKey(fields, 'Hash Keys', value),
};

function addBlocks(fields: Draft, value: string): void {
  fields['Shared Hit Blocks'] = 0;
  addPlaces(fields, value, (place, kind) => `${place} ${kind} Blocks`);
}

/** PostgreSQL before 17 does not part shared from local buffers here, before 15 nor temporary files. */
function addTimes(fields: Draft, value: string): void {
  addPlaces(fields, value, (place, kind) => `${place} I/O ${kind} Time`.trimStart());
}

/** `shared hit=3 read=1, temp written=7`. */
function addPlaces(fields: Draft, value: string, keyOf: (place: string, kind: string) => string): void {
  for (const part of value.split(', ')) {
    const place = /^(shared|local|temp) /.exec(part)?.[1] ?? '';
    for (const [, kind = '', figure] of part.matchAll(/(\w+)=([\d.]+)/g)) {
      fields[keyOf(capital(place), capital(kind))] = Number(figure);
    }
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function addGroups(fields: Draft, key: string, value: string): void {
  const [, count, methods = ''] = /^(\d+) {2}Sort Methods?: (.*?)(?: {2}Average|$)/.exec(value) ?? [];
  const groups: Draft = { 'Group Count': Number(count), 'Sort Methods Used': splitList(methods) };
  for (const [, kind, average, peak] of value.matchAll(/Average (\w+): (\d+)kB {2}Peak \w+: (\d+)kB/g)) {
    const space = { 'Average Sort Space Used': Number(average), 'Peak Sort Space Used': Number(peak) };
    groups[`Sort Space ${kind}`] = space;
  }
  fields[key] = groups;
}
