import type { ResultSet } from '../engine/engine.ts';
import type { IndexDescription } from './index-description.ts';
import { type IndexEntry, readEntries } from './index-entries.ts';
import { quoteLiteral } from './quote.ts';
import { describeFailure, type Looked, type Subject } from './throw-away.ts';

/** A page that a search passes, and its entries. */
export interface DescentStep {
  readonly block: number;
  readonly level: number;
  readonly entries: readonly IndexEntry[];
  /** Places of the entries that the search took: the downlink it followed, or the rows it found. */
  readonly taken: readonly number[];
}

/** The way of a search, as the engine went it: the pages are those it looked at. */
export interface Descent {
  readonly condition: string;
  readonly steps: readonly DescentStep[];
  /** Further leaves that hold the same key. */
  readonly moreLeaves: readonly number[];
  /** Addresses of the rows that were found. */
  readonly rows: readonly string[];
  /** Pages of the table that were visited. */
  readonly heap: readonly number[];
}

/** What is known of a page before its entries are read. */
export interface PagePlace {
  readonly block: number;
  readonly level: number;
  readonly next: number;
}

const NAME = 'planwright_descent';
const MOST_ROWS = 20_000;

/**
 * Searches the index for rows whose first columns equal `find`, with the cache emptied before, and reads from the cache
 * which pages the engine looked at. The other indexes are out of sight until the transaction is rolled back.
 */
export async function findDescent(
  subject: Subject,
  index: IndexDescription,
  pages: readonly PagePlace[],
  find: readonly string[],
): Promise<Looked<Descent>> {
  const condition = conditionOf(index, find);
  const run = await subject.run(scriptOf(index, condition), {
    maxRows: MOST_ROWS,
    maxBytes: 16 * 1024 * 1024,
  });
  await subject.run(`rollback; deallocate ${NAME}`);
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const plan = run.results.find(({ command }) => command.startsWith('EXPLAIN'));
  if (!plan?.rows.some(([line]) => line?.includes('Index Cond')))
    return { kind: 'none', message: `PostgreSQL does not look for ${condition} in ${index.name}.` };
  const [found, cached] = run.results.slice(-2);
  return readDescent(subject, index, pages, { condition, rows: tidsIn(found), ...blocksIn(cached) });
}

/** The condition on the first columns; a partial index also needs its own. */
function conditionOf({ columns, predicate }: IndexDescription, find: readonly string[]): string {
  const keys = columns.filter(({ key }) => key);
  const parts = find
    .slice(0, keys.length)
    .map((value, at) => `${keys[at]?.definition} = ${quoteLiteral(value)}`);
  return [...parts, ...(predicate === undefined ? [] : [predicate])].join(' and ');
}

function scriptOf({ regclass, tableRegclass }: IndexDescription, condition: string): string {
  const [index, table] = [quoteLiteral(regclass), quoteLiteral(tableRegclass)];
  return `begin;
set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_indexonlyscan = off;
update pg_catalog.pg_index set indisvalid = false
where indrelid = ${table}::pg_catalog.regclass and indexrelid <> ${index}::pg_catalog.regclass;
prepare ${NAME} as select ctid::text from only ${tableRegclass} where ${condition};
explain execute ${NAME};
select pg_buffercache_evict_all();
execute ${NAME};
select relfilenode = pg_catalog.pg_relation_filenode(${index}::pg_catalog.regclass), relblocknumber from pg_buffercache
where relforknumber = 0 and reldatabase = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
  and relfilenode in (pg_catalog.pg_relation_filenode(${index}::pg_catalog.regclass), pg_catalog.pg_relation_filenode(${table}::pg_catalog.regclass))
order by 2`;
}

interface Seen {
  readonly condition: string;
  readonly rows: readonly string[];
  readonly index: readonly number[];
  readonly heap: readonly number[];
}

function tidsIn(result: ResultSet | undefined): readonly string[] {
  return (result?.rows ?? []).flatMap(([tid]) => tid ?? []);
}

function blocksIn(result: ResultSet | undefined): Pick<Seen, 'index' | 'heap'> {
  const of = (which: string) =>
    (result?.rows ?? []).filter(([own]) => own === which).map(([, block]) => Number(block));
  return { index: of('t'), heap: of('f') };
}

async function readDescent(
  subject: Subject,
  index: IndexDescription,
  pages: readonly PagePlace[],
  seen: Seen,
): Promise<Looked<Descent>> {
  const touched = pages.filter(({ block }) => seen.index.includes(block));
  const reached = new Set(touched.map(({ next }) => next));
  const firsts = touched.filter(({ block }) => !reached.has(block)).sort((a, b) => b.level - a.level);
  const found = new Set(seen.rows);
  const steps: DescentStep[] = [];
  for (const [at, { block, level }] of firsts.entries()) {
    const entries = await readEntries(subject, index, block);
    if (entries.kind === 'none') return entries;
    const below = firsts[at + 1]?.block;
    const taken = entries.found
      .filter(({ child, tids }) => (level > 0 ? child === below : tids.some((tid) => found.has(tid))))
      .map(({ offset }) => offset);
    steps.push({ block, level, entries: entries.found, taken });
  }
  const passed = new Set(firsts.map(({ block }) => block));
  const moreLeaves = touched.filter(({ block, level }) => level === 0 && !passed.has(block));
  const { condition, rows, heap } = seen;
  return {
    kind: 'ok',
    found: { condition, steps, moreLeaves: moreLeaves.map(({ block }) => block), rows, heap },
  };
}
