import { type Fields, readFields, readList, readNumber, readText, readTexts } from './fields.ts';
import { bufferLines, walLines } from './print-buffers.ts';
import { printLoops, printRelation } from './print-heading.ts';

/** The lines below a node's heading, unindented. EXPLAIN's JSON names the fields in the order its text form has. */
export function printProperties(fields: Fields, verbose: boolean): readonly string[] {
  return Object.entries(fields).flatMap(([key, value]) => printProperty(fields, key, value, verbose));
}

function printProperty(fields: Fields, key: string, value: unknown, verbose: boolean): readonly string[] {
  const special = printers[key];
  if (special !== undefined) return special(fields, verbose);
  if (inHeading.has(key) || spokenFor.test(key)) return [];
  if (key.startsWith('Rows Removed by')) return value === 0 ? [] : [`${key}: ${value}`];
  if (Array.isArray(value)) return [`${key}: ${(readTexts(fields, key) ?? []).join(', ')}`];
  return typeof value === 'object' ? [] : [`${key}: ${value}`];
}

/** Fields that the heading shows, or that the text form leaves out. */
const inHeading = new Set([
  ...['Node Type', 'Strategy', 'Partial Mode', 'Operation', 'Parent Relationship', 'Subplan Name', 'Command'],
  ...[
    'Custom Plan Provider',
    'Parallel Aware',
    'Async Capable',
    'Scan Direction',
    'Index Name',
    'Relation Name',
  ],
  ...['Function Name', 'Table Function Name', 'CTE Name', 'Tuplestore Name', 'Schema', 'Alias', 'Join Type'],
  ...['Startup Cost', 'Total Cost', 'Plan Rows', 'Plan Width', 'Actual Startup Time', 'Actual Total Time'],
  ...['Actual Rows', 'Actual Loops', 'Plans'],
]);

/** Fields that share a line with one that has a printer. */
const spokenFor =
  /Blocks$|I\/O (Read|Write) Time$|^WAL |^Sort Space|^Original Hash|^Hash Batches$|^Cache (Misses|Evictions|Overflows)$|^Peak Memory Usage$|^Disk Usage$|^Maximum Storage$|^Sampling Parameters$|^Repeatable Seed$|^Tuples (Updated|Deleted|Skipped)$|^Worker Number$/;

type Printer = (fields: Fields, verbose: boolean) => readonly string[];

const printers: Readonly<Record<string, Printer>> = {
  Disabled: onlyWhenTrue('Disabled'),
  'Single Copy': onlyWhenTrue('Single Copy'),
  'Inner Unique': (fields, verbose) => (verbose ? onlyWhenTrue('Inner Unique')(fields, verbose) : []),
  'Subplans Removed': onlyWhenPositive('Subplans Removed'),
  'Sort Method': (f) => [
    `Sort Method: ${f['Sort Method']}  ${f['Sort Space Type']}: ${f['Sort Space Used']}kB`,
  ],
  'Full-sort Groups': (f) => printGroups(f, 'Full-sort'),
  'Pre-sorted Groups': (f) => printGroups(f, 'Pre-sorted'),
  'Hash Buckets': (f) => [printHash(f)],
  'Planned Partitions': (f) => printHashAggregate(f),
  'HashAgg Batches': (f) => ('Planned Partitions' in f ? [] : printHashAggregate(f)),
  'Cache Hits': (f) => [
    `Hits: ${f['Cache Hits']}  Misses: ${f['Cache Misses']}  Evictions: ${f['Cache Evictions']}` +
      `  Overflows: ${f['Cache Overflows']}  Memory Usage: ${f['Peak Memory Usage']}kB`,
  ],
  Storage: (f) => [`Storage: ${f.Storage}  Maximum Storage: ${f['Maximum Storage']}kB`],
  'Sampling Method': (f) => [printSampling(f)],
  'Exact Heap Blocks': (f) => printHeapBlocks(f),
  'Tuples Inserted': (f) => printTuples(f),
  'Target Tables': (f) =>
    readList(f, 'Target Tables').map((table) => `${readText(f, 'Operation') ?? ''}${printRelation(table)}`),
  'Grouping Sets': (f) => printGroupingSets(f),
  'Shared Hit Blocks': bufferLines,
  'WAL Records': walLines,
  Workers: (f, verbose) => readList(f, 'Workers').flatMap((worker) => printWorker(worker, f, verbose)),
  'Foreign File Size': (f) => [`Foreign File Size: ${f['Foreign File Size']} b`],
};

function onlyWhenTrue(key: string): Printer {
  return (fields) => (fields[key] === true ? [`${key}: true`] : []);
}

function onlyWhenPositive(key: string): Printer {
  return (fields) => ((readNumber(fields, key) ?? 0) > 0 ? [`${key}: ${fields[key]}`] : []);
}

function printGroups(fields: Fields, label: string): readonly string[] {
  const groups = readFields(fields, `${label} Groups`) ?? {};
  const methods = readTexts(groups, 'Sort Methods Used') ?? [];
  const spaces = ['Memory', 'Disk'].flatMap((kind) => {
    const space = readFields(groups, `Sort Space ${kind}`);
    if (space === undefined) return [];
    const average = space['Average Sort Space Used'];
    return [`  Average ${kind}: ${average}kB  Peak ${kind}: ${space['Peak Sort Space Used']}kB`];
  });
  const noun = methods.length > 1 ? 'Sort Methods' : 'Sort Method';
  return [`${label} Groups: ${groups['Group Count']}  ${noun}: ${methods.join(', ')}${spaces.join('')}`];
}

function printHash(fields: Fields): string {
  const [buckets, batches] = [fields['Hash Buckets'], fields['Hash Batches']];
  const [firstBuckets, firstBatches] = [fields['Original Hash Buckets'], fields['Original Hash Batches']];
  const grew = buckets !== firstBuckets || batches !== firstBatches;
  const originally = (count: unknown) => (grew ? ` (originally ${count})` : '');
  const memory = `Memory Usage: ${fields['Peak Memory Usage']}kB`;
  return `Buckets: ${buckets}${originally(firstBuckets)}  Batches: ${batches}${originally(firstBatches)}  ${memory}`;
}

function printHashAggregate(fields: Fields): readonly string[] {
  const partitions = readNumber(fields, 'Planned Partitions') ?? 0;
  const batches = readNumber(fields, 'HashAgg Batches');
  const parts = [
    ...(partitions > 0 ? [`Planned Partitions: ${partitions}`] : []),
    ...(batches === undefined ? [] : [`Batches: ${batches}  Memory Usage: ${fields['Peak Memory Usage']}kB`]),
    ...(batches !== undefined && batches > 1 ? [`Disk Usage: ${fields['Disk Usage']}kB`] : []),
  ];
  return parts.length > 0 ? [parts.join('  ')] : [];
}

function printSampling(fields: Fields): string {
  const parameters = (readTexts(fields, 'Sampling Parameters') ?? []).join(', ');
  const seed = readText(fields, 'Repeatable Seed');
  return `Sampling: ${fields['Sampling Method']} (${parameters})${seed === undefined ? '' : ` REPEATABLE (${seed})`}`;
}

function printHeapBlocks(fields: Fields): readonly string[] {
  const parts = ['Exact', 'Lossy'].flatMap((kind) => {
    const blocks = readNumber(fields, `${kind} Heap Blocks`) ?? 0;
    return blocks > 0 ? [` ${kind.toLowerCase()}=${blocks}`] : [];
  });
  return parts.length > 0 ? [`Heap Blocks:${parts.join('')}`] : [];
}

function printTuples(fields: Fields): readonly string[] {
  if (fields.Operation !== 'Merge') return [`Tuples Inserted: ${fields['Tuples Inserted']}`];
  const parts = ['Inserted', 'Updated', 'Deleted', 'Skipped'].flatMap((kind) => {
    const count = readNumber(fields, `Tuples ${kind}`) ?? 0;
    return count > 0 ? [` ${kind.toLowerCase()}=${count}`] : [];
  });
  return parts.length > 0 ? [`Tuples:${parts.join('')}`] : [];
}

function printGroupingSets(fields: Fields): readonly string[] {
  return readList(fields, 'Grouping Sets').flatMap((set) => {
    const sort = readTexts(set, 'Sort Key');
    const keys = ['Hash Keys', 'Group Keys'].flatMap((label) => {
      const value = set[label];
      const lists = Array.isArray(value) ? value : [];
      return lists.map((list) => `${label.slice(0, -1)}: ${printKeys(list)}`);
    });
    return sort === undefined ? keys : [`Sort Key: ${sort.join(', ')}`, ...keys.map((line) => `  ${line}`)];
  });
}

function printKeys(list: unknown): string {
  return Array.isArray(list) && list.length > 0 ? list.join(', ') : '()';
}

/** A worker has no `Disabled` to tell the version by: its node has. */
function printWorker(worker: Fields, node: Fields, verbose: boolean): readonly string[] {
  const decimals = 'Disabled' in node ? 2 : 0;
  const actual =
    readNumber(worker, 'Actual Loops') === undefined ? [] : [`actual ${printLoops(worker, decimals)}`];
  const [first, ...rest] = [...actual, ...printProperties(worker, verbose)];
  if (first === undefined) return [];
  return [`Worker ${worker['Worker Number']}:  ${first}`, ...rest.map((line) => `  ${line}`)];
}
