import { formatBytes, formatCount, formatPlural } from '../../plan/format-figures.ts';
import type { HeapPage, Slot, SlotState } from '../../session/heap-page.ts';

/** States in the order in which they are told, in words for one and for several. */
const STATES: readonly (readonly [state: SlotState, one: string, many: string])[] = [
  ['live', 'row that is seen', 'rows that are seen'],
  ['old', 'old version', 'old versions'],
  ['aborted', 'version that was rolled back', 'versions that were rolled back'],
  ['redirect', 'redirect', 'redirects'],
  ['dead', 'dead line pointer', 'dead line pointers'],
  ['unused', 'free line pointer', 'free line pointers'],
];

/** How many line pointers a page has in a state. */
export function countState({ slots }: HeapPage, state: SlotState): number {
  return slots.filter((slot) => slot.state === state).length;
}

/** Bytes that a new row version can take at once. */
function freeBytes({ lower, upper }: HeapPage): number {
  return Math.max(0, upper - lower);
}

/** A page in a sentence. */
export function describeHeapPage(page: HeapPage): string {
  const parts = STATES.flatMap(([state, one, many]) => {
    const count = countState(page, state);
    return count === 0 ? [] : [formatPlural(count, one, many)];
  });
  const list = parts.length === 0 ? 'no line pointer' : parts.join(', ');
  const marked = page.allVisible ? 'It is marked all-visible.' : 'It is not marked all-visible.';
  return `Page ${page.block} of ${page.table} holds ${list}; ${formatBytes(freeBytes(page))} are free. ${marked}`;
}

/** What a line pointer is, in words. */
export function describeSlot(slot: Slot): string {
  switch (slot.state) {
    case 'live':
      return slot.heapOnly ? 'seen; no index leads here, the version before it does (HOT)' : 'seen';
    case 'old':
      return describeOld(slot);
    case 'aborted':
      return 'rolled back: never to be seen';
    case 'redirect':
      return `its version is gone; index entries are led on to ${slot.leadsTo}`;
    case 'dead':
      return 'its version is gone; index entries may still lead here';
    case 'unused':
      return 'free for a new row';
  }
}

function describeOld({ nextVersion, hotUpdated }: Slot): string {
  if (nextVersion === undefined) return 'deleted: VACUUM takes it away';
  const how = hotUpdated ? ', on this page, with no new index entry (HOT)' : ', with new index entries';
  return `replaced by ${nextVersion}${how}`;
}

/** The slot on the same page that a slot leads to: a redirect's, or the one with the next version. */
export function followedBy({ leadsTo, nextVersion }: Slot, block: number): number | undefined {
  if (leadsTo !== undefined) return leadsTo;
  const [where, slot] = nextVersion?.match(/\d+/g)?.map(Number) ?? [];
  return where === block ? slot : undefined;
}

/** Slots that something happened to, and those that these lead to. */
export function listNotable(page: HeapPage): readonly Slot[] {
  const led = new Set(page.slots.flatMap((slot) => followedBy(slot, page.block) ?? []));
  return page.slots.filter((slot) => slot.state !== 'live' || slot.heapOnly || led.has(slot.number));
}

/** What became of a page between two looks, a sentence each; empty where nothing did. */
export function describeHeapChange(before: HeapPage, after: HeapPage): readonly string[] {
  const counts = STATES.flatMap(([state, , many]) => {
    const [was, is] = [countState(before, state), countState(after, state)];
    return was === is
      ? []
      : [`${many.charAt(0).toUpperCase()}${many.slice(1)}: ${formatCount(was)} became ${formatCount(is)}.`];
  });
  const [was, is] = [freeBytes(before), freeBytes(after)];
  return [
    ...counts,
    ...(was === is ? [] : [`Free: ${formatBytes(was)} became ${formatBytes(is)}.`]),
    ...(before.allVisible === after.allVisible
      ? []
      : [after.allVisible ? 'It is marked all-visible now.' : 'It is no longer marked all-visible.']),
  ];
}
