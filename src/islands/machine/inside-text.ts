import { formatBytes, formatCount, formatPlural, formatShare } from '../../plan/format-figures.ts';
import type { Decoded } from '../../session/decode-datum.ts';
import type { Descent, DescentStep } from '../../session/index-descent.ts';
import type { IndexEntry } from '../../session/index-entries.ts';
import type { Deduplication, IndexPage, InsideIndex, VisibilityMap } from '../../session/inside-index.ts';

/** What of a B-tree page entries can take: 8 kB without its header and its links. */
const USABLE = 8152;

/** The share of a page that is taken. */
function fillOf({ freeBytes }: IndexPage): number {
  return Math.min(1, Math.max(0, 1 - freeBytes / USABLE));
}

/** The mean over pages. */
export function meanFill(pages: readonly IndexPage[]): number {
  return pages.length === 0 ? 0 : pages.reduce((sum, page) => sum + fillOf(page), 0) / pages.length;
}

/** `root`, `inner pages`, `leaves`. */
export function nameLevel(level: number, top: number, count = 2): string {
  if (level === top) return level === 0 ? 'root and leaf' : 'root';
  if (level === 0) return count === 1 ? 'leaf' : 'leaves';
  return count === 1 ? 'inner page' : 'inner pages';
}

/** The index in a sentence or two: its size, its depth, what a search reads. */
export function describeTree({ index, levels }: InsideIndex): string {
  const deep = levels.length;
  const search = deep === 1 ? 'one page of it' : `${deep} pages of it, one on each level`;
  return `${index.name} has ${formatPlural(index.pages, 'page')} on ${formatPlural(deep, 'level')}. A search reads ${search}.`;
}

/** One value of a key. */
export function showDecoded(decoded: Decoded): string {
  if (decoded.kind === 'null') return 'NULL';
  if (decoded.kind === 'bytes') return decoded.hex === '' ? 'no bytes' : decoded.hex;
  return decoded.text === '' ? '(empty)' : decoded.text;
}

/** A key of several columns; of none it is what stands before every key. */
export function showKey(key: readonly Decoded[]): string {
  return key.length === 0 ? 'lower than all others' : key.map(showDecoded).join(', ');
}

/** Why a key is given in bytes; undefined where it is told. */
export function whyBytes(key: readonly Decoded[]): string | undefined {
  return key.flatMap((part) => (part.kind === 'bytes' ? [part.why] : []))[0];
}

/** An entry, or a gap of so many. */
export type WindowRow =
  | { readonly kind: 'entry'; readonly entry: IndexEntry; readonly taken: boolean }
  | { readonly kind: 'gap'; readonly after: number; readonly count: number };

/** The entries beside those that were taken, with the first and the last, and gaps between. */
export function windowOf({ entries, taken }: DescentStep, around = 1): readonly WindowRow[] {
  const marks = entries.flatMap(({ offset }, at) => (taken.includes(offset) ? [at] : []));
  const near = (at: number) => marks.some((mark) => Math.abs(mark - at) <= around);
  const shown = entries.map(
    (_, at) => at === 0 || at === entries.length - 1 || near(at) || (marks.length === 0 && at < 4),
  );
  const rows: WindowRow[] = [];
  for (const [at, entry] of entries.entries()) {
    const last = rows.at(-1);
    if (shown[at]) rows.push({ kind: 'entry', entry, taken: taken.includes(entry.offset) });
    else if (last?.kind === 'gap') rows[rows.length - 1] = { ...last, count: last.count + 1 };
    else rows.push({ kind: 'gap', after: at, count: 1 });
  }
  return rows;
}

const SHOWN_TIDS = 6;

/** Where an entry leads. */
export function showTarget({ kind, child, tids }: IndexEntry): string {
  if (kind === 'high key') return 'nothing to the right of this is on this page';
  if (kind === 'downlink') return `page ${child}`;
  const more = tids.length - SHOWN_TIDS;
  const list = tids.slice(0, SHOWN_TIDS).join(' ');
  return more > 0 ? `${formatPlural(tids.length, 'row')}: ${list} and ${formatCount(more)} more` : list;
}

/** What a search came to. */
export function describeDescent(
  { steps, moreLeaves, rows, heap, condition }: Descent,
  table: string,
): string {
  const pages = steps.length + moreLeaves.length;
  const found = rows.length === 0 ? 'found no row' : `found ${formatPlural(rows.length, 'row')}`;
  const visits = heap.length === 0 ? '' : `, in ${formatPlural(heap.length, 'page')} of ${table}`;
  return `The search for ${condition} read ${formatPlural(pages, 'page')} of the index and ${found}${visits}.`;
}

/** What storing equal keys once saves. */
export function describeDeduplication(seen: Deduplication, unique: boolean): string {
  const { possible, entries, addresses, shared, bytes, bytesApart } = seen;
  if (!possible)
    return 'Equal keys are stored apart: the type of a column, or the index’s own setting, rules sharing out.';
  if (addresses === 0) return 'The index is empty.';
  if (shared === 0)
    return unique
      ? `Each of its ${formatCount(entries)} keys is there once: there is nothing to share.`
      : `None of its ${formatPlural(entries, 'entry', 'entries')} shares a key: no key comes often enough on a full page.`;
  const saved = 1 - bytes / bytesApart;
  return (
    `Equal keys are stored once: ${formatPlural(addresses, 'row address', 'row addresses')} in ` +
    `${formatPlural(entries, 'entry', 'entries')} take ${formatBytes(bytes)} instead of ${formatBytes(bytesApart)}, ${formatShare(saved).replace(' ', '\u00a0')} less.`
  );
}

/** What the visibility map spares an index-only scan. */
export function describeMap({ pages, unmarked }: VisibilityMap, table: string): string {
  if (pages === 0) return `${table} has no page yet.`;
  const whole = formatPlural(pages, 'page');
  if (unmarked.length === 0)
    return `All ${whole} of ${table} are marked all-visible: an index-only scan visits none of them.`;
  if (unmarked.length === pages)
    return `None of the ${whole} of ${table} is marked all-visible: an index-only scan visits every page it finds a row in. VACUUM sets the marks.`;
  return `${formatCount(unmarked.length)} of the ${whole} of ${table} are not marked all-visible: for rows there, an index-only scan visits the table.`;
}

/** What became of a tree between two looks, a sentence each; empty where nothing did. */
export function describeGrowth(before: InsideIndex, after: InsideIndex): readonly string[] {
  const old = new Map(before.levels.flat().map((page) => [page.block, page]));
  const deeper = after.levels.length - before.levels.length;
  const splits = after.levels.flatMap((level) =>
    level.flatMap((page, at) => {
      const left = level[at - 1];
      if (old.has(page.block) || left === undefined) return [];
      const was = old.get(left.block);
      return was && was.level === left.level ? [{ page, left, was }] : [];
    }),
  );
  const told = splits.slice(0, 2).map(({ page, left, was }) => {
    const what = page.level === 0 ? 'leaf' : 'inner page';
    return `The ${what} ${left.block} was split: it had ${formatPlural(was.items, 'entry', 'entries')} and has ${formatCount(left.items)}; the new page ${page.block} to its right has ${formatCount(page.items)}.`;
  });
  const pages = after.index.pages - before.index.pages;
  const rows = after.deduplication.addresses - before.deduplication.addresses;
  return [
    ...(rows === 0
      ? []
      : [`${formatPlural(Math.abs(rows), 'row address', 'row addresses')} ${rows > 0 ? 'more' : 'fewer'}.`]),
    ...(pages === 0
      ? []
      : [
          `${formatPlural(Math.abs(pages), 'page')} ${pages > 0 ? 'more' : 'fewer'}: ${formatCount(before.index.pages)} became ${formatCount(after.index.pages)}.`,
        ]),
    ...(deeper > 0
      ? [
          `The root was split as well: a new root, page ${after.root}, stands above, and every search reads one page more.`,
        ]
      : []),
    ...(deeper < 0 ? ['The tree has fewer levels than before.'] : []),
    ...told,
  ];
}
