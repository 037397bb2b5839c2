import type { Cell, ResultSet } from '../engine/engine.ts';
import { type Decoded, decodeDatum, type StoredType } from './decode-datum.ts';
import { quoteLiteral } from './quote.ts';
import { describeFailure, type Looked, type Subject } from './throw-away.ts';

/** What a line pointer stands for. */
export type SlotState =
  /** A row version that this session sees. */
  | 'live'
  /** A row version that was replaced or deleted: VACUUM takes it away. */
  | 'old'
  /** Written by a transaction that did not commit. */
  | 'aborted'
  /** Its row version is gone; it leads to the version that took its place on this page. */
  | 'redirect'
  /** Its row version is gone; index entries may still lead here. */
  | 'dead'
  /** Free to be used again. */
  | 'unused';

/** A line pointer of a table's page, and the row version that it leads to. */
export interface Slot {
  readonly number: number;
  readonly state: SlotState;
  /** Where the row version lies on the page and how long it is, in bytes; 0 where there is none. */
  readonly at: number;
  readonly bytes: number;
  /** The slot of a redirect. */
  readonly leadsTo: number | undefined;
  /** The address of the version that replaced this one: `(block,slot)`. */
  readonly nextVersion: string | undefined;
  /** True where no index knows of this version: it is reached from the one before it (HOT). */
  readonly heapOnly: boolean;
  /** True where its replacement is such a version. */
  readonly hotUpdated: boolean;
  readonly xmin: string | undefined;
  readonly xmax: string | undefined;
  readonly values: readonly Decoded[];
}

export interface HeapPage {
  readonly table: string;
  readonly block: number;
  /** Pages of the table. */
  readonly pages: number;
  /** Bytes at which the free space begins and ends. */
  readonly lower: number;
  readonly upper: number;
  readonly size: number;
  /** True where the visibility map marks the page: an index-only scan need not come here. */
  readonly allVisible: boolean;
  /** Names of the columns that `values` of a slot are of. */
  readonly columns: readonly string[];
  readonly slots: readonly Slot[];
}

interface Column extends StoredType {
  readonly name: string;
  readonly place: number;
}

const MOST_COLUMNS = 4;
const LIMITS = { maxRows: 2_000, maxBytes: 16 * 1024 * 1024, maxCellBytes: 256 * 1024 };

/** Fixed and short columns first: the primary key's, then the others in their order. */
const COLUMNS = (table: string) => `
select a.attname, a.attnum, y.typname, a.attlen, a.attalign,
  (select pg_catalog.json_object_agg(e.oid::text, e.enumlabel)::text from pg_catalog.pg_enum e where e.enumtypid = y.oid)
from pg_catalog.pg_attribute a join pg_catalog.pg_type y on y.oid = a.atttypid
left join pg_catalog.pg_index x on x.indrelid = a.attrelid and x.indisprimary
where a.attrelid = ${table}::pg_catalog.regclass and a.attnum > 0 and not a.attisdropped
order by a.attnum = any(coalesce(x.indkey::int2[], '{}')) desc, a.attnum limit ${MOST_COLUMNS}`;

const PAGE = (table: string, block: number) => `
select h.lower, h.upper, h.special, h.flags, pg_catalog.pg_relation_size(${table}::pg_catalog.regclass) / 8192,
  (select all_visible::text from pg_visibility_map(${table}::pg_catalog.regclass, ${block}))
from page_header(get_raw_page(${table}, ${block})) h;
select lp, lp_flags, lp_off, lp_len, t_ctid::text, t_infomask, t_infomask2, t_xmin::text, t_xmax::text,
  pg_catalog.pg_xact_status(t_xmin::text::pg_catalog.xid8),
  (select pg_catalog.array_to_json(pg_catalog.array_agg(pg_catalog.encode(v, 'hex') order by n))::text
   from pg_catalog.unnest(t_attrs) with ordinality u (v, n))
from heap_page_item_attrs(get_raw_page(${table}, ${block}), ${table}::pg_catalog.regclass);`;

/**
 * One page of a table with pageinspect: its line pointers, the row versions behind them, and which of these are to be
 * seen now. The database must have been opened with pageinspect and pg_visibility. Nothing is changed.
 */
export async function heapPage(subject: Subject, name: string, block: number): Promise<Looked<HeapPage>> {
  const known = await subject.run(
    `select pg_catalog.to_regclass(${quoteLiteral(name)})::text, pg_catalog.pg_relation_size(pg_catalog.to_regclass(${quoteLiteral(name)})) / 8192`,
  );
  if (known.kind !== 'ok') return { kind: 'none', message: describeFailure(known) };
  const [table, pages] = known.results[0]?.rows[0] ?? [];
  if (!table) return { kind: 'none', message: `There is no table called ${name}.` };
  if (Number(pages) === 0)
    return { kind: 'none', message: `${name} has no page yet: nothing was written to it.` };
  if (block >= Number(pages))
    return { kind: 'none', message: `${name} has no page ${block}: its last one is ${Number(pages) - 1}.` };
  const literal = quoteLiteral(table);
  const run = await subject.run(
    `${PAGE(literal, block)}${COLUMNS(literal)};${VISIBLE(table, block)}`,
    LIMITS,
  );
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const [header, items, columns, visible] = run.results;
  const listed = (columns?.rows ?? []).map(readColumn);
  return {
    kind: 'ok',
    found: { table: name, block, ...readHeader(header), ...readSlots(items, listed, visible, block) },
  };
}

/** Addresses on this page that a TID scan gives: each exactly where a version is to be seen. */
const VISIBLE = (table: string, block: number) => `
select ctid::text from only ${table} where ctid >= '(${block},0)'::tid and ctid < '(${block + 1},0)'::tid`;

function readHeader(
  result: ResultSet | undefined,
): Pick<HeapPage, 'lower' | 'upper' | 'size' | 'allVisible' | 'pages'> {
  const [lower, upper, size, , pages, marked] = result?.rows[0] ?? [];
  return {
    lower: Number(lower),
    upper: Number(upper),
    size: Number(size),
    pages: Number(pages),
    allVisible: marked === 'true',
  };
}

function readColumn(row: readonly Cell[]): Column {
  const [name, place, type, length, align, labels] = row;
  const parsed: unknown = labels ? JSON.parse(labels) : undefined;
  const known = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
  return {
    name: name ?? '',
    place: Number(place),
    type: type ?? '',
    length: Number(length),
    align: align ?? 'c',
    ...(known.length > 0 && {
      labels: Object.fromEntries(known.map(([oid, label]) => [oid, String(label)])),
    }),
  };
}

function readSlots(
  items: ResultSet | undefined,
  columns: readonly Column[],
  visible: ResultSet | undefined,
  block: number,
): Pick<HeapPage, 'columns' | 'slots'> {
  const seen = new Set((visible?.rows ?? []).map(([tid]) => Number(/,(\d+)\)/.exec(tid ?? '')?.[1])));
  return {
    columns: columns.map(({ name }) => name),
    slots: (items?.rows ?? []).map((row) => readSlot(row, columns, block, seen)),
  };
}

/** Bits of a row version's header (htup_details.h). */
const FLAGS = { xmaxInvalid: 0x0800, hotUpdated: 0x4000, heapOnly: 0x8000 };
const STATES: readonly SlotState[] = ['unused', 'old', 'redirect', 'dead'];

function readSlot(
  row: readonly Cell[],
  columns: readonly Column[],
  block: number,
  seen: ReadonlySet<number>,
): Slot {
  const [number, flags, at, bytes, ctid, mask, mask2, xmin, xmax, status, attributes] = row;
  const state = STATES[Number(flags)] ?? 'unused';
  const normal = state === 'old';
  const has = (bits: number, of: Cell | undefined) => (Number(of) & bits) === bits;
  const aborted = status === 'aborted';
  const live = seen.has(Number(number));
  const replaced = normal && !live && !has(FLAGS.xmaxInvalid, mask);
  return {
    number: Number(number),
    state: !normal ? state : live ? 'live' : aborted ? 'aborted' : 'old',
    at: normal ? Number(at) : 0,
    bytes: Number(bytes),
    leadsTo: state === 'redirect' ? Number(at) : undefined,
    nextVersion: replaced && ctid !== `(${block},${number})` ? (ctid ?? undefined) : undefined,
    heapOnly: normal && has(FLAGS.heapOnly, mask2),
    hotUpdated: replaced && has(FLAGS.hotUpdated, mask2),
    xmin: normal ? (xmin ?? undefined) : undefined,
    xmax: replaced ? (xmax ?? undefined) : undefined,
    values: normal ? readValues(attributes, columns) : [],
  };
}

function readValues(attributes: Cell | undefined, columns: readonly Column[]): readonly Decoded[] {
  const list: unknown = JSON.parse(attributes ?? '[]');
  const cells: readonly unknown[] = Array.isArray(list) ? list : [];
  return columns.map((column) => {
    const cell = cells[column.place - 1];
    return decodeDatum(typeof cell === 'string' ? cell : null, column);
  });
}
