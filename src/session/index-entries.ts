import type { Cell } from '../engine/engine.ts';
import { type Decoded, decodeEntry } from './decode-datum.ts';
import type { IndexDescription } from './index-description.ts';
import { quoteLiteral } from './quote.ts';
import { describeFailure, type Looked, type Subject } from './throw-away.ts';

/** One entry of a B-tree page. */
export interface IndexEntry {
  /** Its place on the page, from 1. */
  readonly offset: number;
  readonly kind: 'high key' | 'downlink' | 'row' | 'rows';
  /** The page below, of a downlink. */
  readonly child: number | undefined;
  /** Addresses of rows, `(block,slot)`; of a shared key all of them. */
  readonly tids: readonly string[];
  readonly bytes: number;
  readonly dead: boolean;
  /** The key columns; fewer where PostgreSQL cut off what it did not need, none for “lower than all others”. */
  readonly key: readonly Decoded[];
}

/** Entries of one page, at most a page’s worth. */
const LIMITS = { maxRows: 2_000, maxBytes: 8 * 1024 * 1024 };

/**
 * The entries of a page in key order. Leaf keys are read back from the table through their addresses where the row is
 * still to be seen, which works for every type; what is left is decoded from the index's own bytes.
 */
export async function readEntries(
  subject: Subject,
  index: IndexDescription,
  block: number,
): Promise<Looked<readonly IndexEntry[]>> {
  const name = quoteLiteral(index.regclass);
  const run = await subject.run(
    `select btpo_level, btpo_next from bt_page_stats(${name}, ${block});
select itemoffset, ctid::text, itemlen, nulls::text, data, coalesce(dead, false)::text, pg_catalog.array_to_json(tids)::text
from bt_page_items(${name}, ${block})`,
    LIMITS,
  );
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const [stats, items] = run.results;
  const [level = 0, next = 0] = (stats?.rows[0] ?? []).map(Number);
  const entries = (items?.rows ?? []).map((row) =>
    readEntry(row, index, { leaf: level === 0, last: next === 0 }),
  );
  return { kind: 'ok', found: level === 0 ? await readBack(subject, index, entries) : entries };
}

interface PagePlace {
  readonly leaf: boolean;
  readonly last: boolean;
}

/** Flags in the second half of an address that is no address: how many columns a key kept. */
const KEPT_COLUMNS = 0x0fff;

function readEntry(row: readonly Cell[], index: IndexDescription, { leaf, last }: PagePlace): IndexEntry {
  const [offset, ctid, bytes, nulls, data, dead, tids] = row;
  const [block = 0, slot = 0] = (ctid ?? '').match(/\d+/g)?.map(Number) ?? [];
  const high = !last && offset === '1';
  const list: unknown = JSON.parse(tids ?? 'null');
  const kind = high ? 'high key' : !leaf ? 'downlink' : Array.isArray(list) ? 'rows' : 'row';
  const kept = high || !leaf ? slot & KEPT_COLUMNS : index.columns.length;
  const keys = index.columns.filter(({ key }) => key);
  return {
    offset: Number(offset),
    kind,
    child: kind === 'downlink' ? block : undefined,
    tids: kind === 'rows' && Array.isArray(list) ? list.map(String) : kind === 'row' ? [ctid ?? ''] : [],
    bytes: Number(bytes),
    dead: dead === 'true',
    key: decodeEntry(data ?? '', keys.slice(0, kept), nulls === 'true' || nulls === 't'),
  };
}

async function readBack(
  subject: Subject,
  index: IndexDescription,
  entries: readonly IndexEntry[],
): Promise<readonly IndexEntry[]> {
  const first = entries.flatMap(({ tids }) => tids[0] ?? []);
  if (first.length === 0) return entries;
  const keys = index.columns.filter(({ key }) => key).map(({ definition }) => `(${definition})::text`);
  const run = await subject.run(
    `select ctid::text, ${keys.join(', ')} from only ${index.tableRegclass} where ctid = any(${quoteLiteral(`{${first.map((tid) => `"${tid}"`).join(',')}}`)}::tid[])`,
    LIMITS,
  );
  if (run.kind !== 'ok') return entries;
  const rows = new Map((run.results[0]?.rows ?? []).map(([tid, ...values]) => [tid, values]));
  return entries.map((entry) => {
    const values = rows.get(entry.tids[0] ?? '');
    return values === undefined ? entry : { ...entry, key: values.map(readValue) };
  });
}

function readValue(text: Cell): Decoded {
  return text === null ? { kind: 'null' } : { kind: 'value', text };
}
