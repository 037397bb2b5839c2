import type { Access } from '../../plan/access-paths.ts';
import { formatCount, formatPlural, formatShare } from '../../plan/format-figures.ts';
import type { TouchedPages, TouchedRelation } from '../../session/touched-pages.ts';

/** Blocks that lie one behind the other, both ends included. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** Ascending block numbers as runs: a few long runs are quick to read from a disk, many short ones are not. */
export function rangesOf(blocks: readonly number[]): readonly BlockRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const block of blocks) {
    const last = ranges.at(-1);
    if (last && block === last.to + 1) last.to = block;
    else ranges.push({ from: block, to: block });
  }
  return ranges;
}

const MOST_RANGES = 60;

/** `0–32, 40, 77` and how many more there are. Block numbers have no thousands separator. */
export function listBlocks(blocks: readonly number[]): string {
  const ranges = rangesOf(blocks);
  const shown = ranges
    .slice(0, MOST_RANGES)
    .map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))
    .join(', ');
  const more = ranges.length - MOST_RANGES;
  return more > 0 ? `${shown} and ${formatPlural(more, 'more run')}` : shown;
}

const WAYS: Readonly<Record<Access, string>> = {
  seq: 'sequential scan',
  index: 'index scan',
  'index-only': 'index-only scan',
  bitmap: 'bitmap scan',
  tid: 'scan by row address',
  sample: 'sample scan',
  other: 'other access',
};

/** An access path in words. */
export function wayOf(via: Access): string {
  return WAYS[via];
}

/** The token of a colour that an access path has everywhere. */
export function inkOf(via: Access | undefined): 'seq' | 'index' | 'bitmap' | 'work' {
  if (via === 'seq' || via === 'bitmap') return via;
  return via === 'index' || via === 'index-only' ? 'index' : 'work';
}

/** `22 of 1,693 pages, 1 %, in 21 places`. */
export function describeTouched({ pages, touched }: Pick<TouchedRelation, 'pages' | 'touched'>): string {
  const count = `${formatCount(touched.length)} of ${formatPlural(pages, 'page')}`;
  if (pages === 0) return 'no pages yet';
  if (touched.length === 0) return `none of ${formatPlural(pages, 'page')}`;
  if (touched.length === pages) return pages === 1 ? 'its only page' : `all ${formatPlural(pages, 'page')}`;
  const runs = rangesOf(touched).length;
  const places = runs === 1 ? 'side by side' : `in ${formatPlural(runs, 'place')}`;
  return `${count}, ${formatShare(touched.length / pages)}${touched.length > 1 ? `, ${places}` : ''}`;
}

/** The whole of it in one sentence. */
export function describePages({ relations }: TouchedPages): string {
  const touched = relations.reduce((sum, relation) => sum + relation.touched.length + relation.mapPages, 0);
  const tables = relations.filter(({ kind }) => kind === 'table');
  const whole = tables.reduce((sum, { pages }) => sum + pages, 0);
  if (relations.length === 0 || touched === 0) return 'The query looked at no page of a table or an index.';
  return `The query looked at ${formatPlural(touched, 'page')}.${sizeOf(
    tables.map(({ name }) => name),
    whole,
  )}`;
}

function sizeOf(tables: readonly string[], pages: number): string {
  if (tables.length === 0) return '';
  const last = tables.at(-1);
  const names = tables.length === 1 ? last : `${tables.slice(0, -1).join(', ')} and ${last}`;
  return ` The ${tables.length === 1 ? 'table' : 'tables'} ${names} ${tables.length === 1 ? 'has' : 'have'} ${formatPlural(pages, 'page')}.`;
}
/** What a relation is, in words: `table, by a bitmap scan`, `index of orders`. */
export function describeRelation({ kind, table, via, mapPages }: TouchedRelation): string {
  const what =
    kind === 'table' ? 'table' : kind === 'toast' ? `long values of ${table}` : `index of ${table}`;
  const way = via === undefined || kind !== 'table' ? '' : `, ${wayOf(via)}`;
  const map = mapPages > 0 ? `, ${formatPlural(mapPages, 'page')} of its visibility map` : '';
  return what + way + map;
}
