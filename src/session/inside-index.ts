import type { Cell, ResultSet } from '../engine/engine.ts';
import { type Descent, findDescent } from './index-descent.ts';
import { type IndexDescription, readIndexDescription } from './index-description.ts';
import { type IndexEntry, readEntries } from './index-entries.ts';
import { isInTransaction, OPEN_TRANSACTION } from './open-transaction.ts';
import { quoteLiteral } from './quote.ts';
import { describeFailure, type Looked, type Subject } from './throw-away.ts';

/** A page of a B-tree. */
export interface IndexPage {
  readonly block: number;
  /** 0 for a leaf. */
  readonly level: number;
  /** Entries, a leaf's high key included. */
  readonly items: number;
  /** Entries marked dead: their rows are gone, and the next insert here may take their place. */
  readonly dead: number;
  readonly freeBytes: number;
  /** The page to the right on the same level, 0 for none. */
  readonly next: number;
}

/** What storing equal keys once saved in the leaves. */
export interface Deduplication {
  /** False where the keys' type or operator class rules it out, or the index is declared so. */
  readonly possible: boolean;
  /** Entries of the leaves, and the row addresses in them. */
  readonly entries: number;
  readonly addresses: number;
  /** Entries that hold several addresses. */
  readonly shared: number;
  /** Bytes of the entries with their line pointers, as they are and as they would be with an entry for each row. */
  readonly bytes: number;
  readonly bytesApart: number;
}

/** The visibility map of the table: an index-only scan need not visit the pages that it marks. */
export interface VisibilityMap {
  readonly pages: number;
  /** Blocks that are not marked all-visible, ascending. */
  readonly unmarked: readonly number[];
}

/** A B-tree as it lies in its pages. */
export interface InsideIndex {
  readonly index: IndexDescription;
  readonly root: number;
  /** From left to right on each level, the root's level first. */
  readonly levels: readonly (readonly IndexPage[])[];
  /** Pages that are in no level: the meta page, deleted ones, new ones. */
  readonly besides: number;
  readonly deduplication: Deduplication;
  readonly map: VisibilityMap;
  /** Entries of the root. */
  readonly rootEntries: readonly IndexEntry[];
  /** The way of the search that was asked for. */
  readonly descent: Descent | undefined;
}

const MOST_PAGES = 20_000;
const WIDE = { maxRows: MOST_PAGES, maxBytes: 32 * 1024 * 1024 };

/**
 * Reads a B-tree with pageinspect: its pages level by level, what deduplication saved, the table's visibility map, and
 * the way of a search for `find` (values of its first columns, as text). The database must have been opened with
 * pageinspect, pg_visibility and pg_buffercache. Nothing is changed.
 */
export async function insideIndex(
  subject: Subject,
  name: string,
  find: readonly string[] = [],
): Promise<Looked<InsideIndex>> {
  const described = await readIndexDescription(subject, name);
  if (described.kind === 'none') return described;
  const index = described.found;
  if (index.pages > MOST_PAGES) return { kind: 'none', message: `${name} has too many pages to draw.` };
  if (find.length > 0 && (await isInTransaction(subject))) return { kind: 'none', message: OPEN_TRANSACTION };
  const pages = await readPages(subject, index);
  if (pages.kind === 'none') return pages;
  const { root, levels, besides } = pages.found;
  const [rootEntries, sums] = [await readEntries(subject, index, root), await readSums(subject, index)];
  if (rootEntries.kind === 'none') return rootEntries;
  if (sums.kind === 'none') return sums;
  const descent = find.length === 0 ? undefined : await findDescent(subject, index, levels.flat(), find);
  if (descent?.kind === 'none') return descent;
  return {
    kind: 'ok',
    found: {
      index,
      root,
      levels,
      besides,
      ...sums.found,
      rootEntries: rootEntries.found,
      descent: descent?.found,
    },
  };
}

interface PagesRead {
  readonly root: number;
  readonly levels: readonly (readonly IndexPage[])[];
  readonly besides: number;
}

async function readPages(subject: Subject, index: IndexDescription): Promise<Looked<PagesRead>> {
  const name = quoteLiteral(index.regclass);
  const meta = await subject.run(`select root from bt_metap(${name})`);
  if (meta.kind !== 'ok') return { kind: 'none', message: describeFailure(meta) };
  const root = Number(meta.results[0]?.rows[0]?.[0]);
  if (root === 0)
    return { kind: 'none', message: `${index.name} is empty: it has no page yet but the one that says so.` };
  const run = await subject.run(
    `select blkno, btpo_level, live_items, dead_items, free_size, btpo_next
from bt_multi_page_stats(${name}, 1, -1) where type in ('r', 'i', 'l')`,
    WIDE,
  );
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const pages = (run.results[0]?.rows ?? []).map(readPage);
  return { kind: 'ok', found: { root, levels: inOrder(pages), besides: index.pages - pages.length } };
}

function readPage(row: readonly Cell[]): IndexPage {
  const [block = 0, level = 0, live = 0, dead = 0, freeBytes = 0, next = 0] = row.map(Number);
  return { block, level, items: live + dead, dead, freeBytes, next };
}

/** Follows each level's pages from the one that no other points to. */
function inOrder(pages: readonly IndexPage[]): readonly (readonly IndexPage[])[] {
  const byBlock = new Map(pages.map((page) => [page.block, page]));
  const pointedTo = new Set(pages.map(({ next }) => next));
  const firsts = pages.filter(({ block }) => !pointedTo.has(block)).sort((a, b) => b.level - a.level);
  return firsts.map((first) => {
    const level: IndexPage[] = [];
    for (
      let page: IndexPage | undefined = first;
      page && level.length <= pages.length;
      page = byBlock.get(page.next)
    )
      level.push(page);
    return level;
  });
}

/** A posting entry’s address field says where its list begins: as many bytes as an entry for one row takes. */
const SUMS = (index: string, table: string) => `
with leaf as (
  select i.itemlen as bytes, coalesce(cardinality(i.tids), 1) as addresses,
    case when i.tids is null then i.itemlen else ((i.ctid::text::point)[0])::int end as single
  from bt_multi_page_stats(${index}, 1, -1) p
  cross join lateral bt_page_items(${index}, p.blkno) i
  where p.type in ('l', 'r') and p.btpo_level = 0 and (p.btpo_next = 0 or i.itemoffset > 1)
)
select (select allequalimage::text from bt_metap(${index})), count(*), coalesce(sum(addresses), 0),
  count(*) filter (where addresses > 1), coalesce(sum(bytes + 4), 0), coalesce(sum(addresses * (single + 4)), 0)
from leaf;
select pg_catalog.pg_relation_size(${table}::pg_catalog.regclass) / 8192,
  (select pg_catalog.array_to_json(pg_catalog.array_agg(blkno order by blkno))::text
   from pg_visibility_map(${table}::pg_catalog.regclass) where not all_visible)`;

type Sums = Pick<InsideIndex, 'deduplication' | 'map'>;

async function readSums(subject: Subject, index: IndexDescription): Promise<Looked<Sums>> {
  const run = await subject.run(SUMS(quoteLiteral(index.regclass), quoteLiteral(index.tableRegclass)), {
    maxCellBytes: 1024 * 1024,
  });
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const [leaves, map] = run.results;
  return { kind: 'ok', found: { deduplication: readDeduplication(leaves, index), map: readMap(map) } };
}

function readDeduplication(result: ResultSet | undefined, index: IndexDescription): Deduplication {
  const [possible, ...numbers] = result?.rows[0] ?? [];
  const [entries = 0, addresses = 0, shared = 0, bytes = 0, bytesApart = 0] = numbers.map(Number);
  return {
    possible: possible === 'true' && index.deduplicates,
    entries,
    addresses,
    shared,
    bytes,
    bytesApart,
  };
}

function readMap(result: ResultSet | undefined): VisibilityMap {
  const [pages, blocks] = result?.rows[0] ?? [];
  const unmarked: unknown = JSON.parse(blocks ?? '[]');
  return { pages: Number(pages), unmarked: Array.isArray(unmarked) ? unmarked.map(Number) : [] };
}
