import type { Caps } from './wire.ts';

/**
 * What is kept of all statements of a text together, as so many times what is kept of one: a text has thousands of
 * statements, and a page that kept all of each would run out of memory.
 */
const MOST_ROWS_TOGETHER = 50;
const MOST_BYTES_TOGETHER = 8;

/** Gives each statement of a text its caps, out of what is left of those of the text. */
export function shareOut(caps: Caps): { next(): Caps; spend(rows: number, bytes: number): void } {
  let rowsLeft = caps.maxRows * MOST_ROWS_TOGETHER;
  let bytesLeft = caps.maxBytes * MOST_BYTES_TOGETHER;
  return {
    next: () => ({
      ...caps,
      maxRows: Math.min(caps.maxRows, rowsLeft),
      maxBytes: Math.min(caps.maxBytes, bytesLeft),
    }),
    spend(rows, bytes) {
      rowsLeft = Math.max(0, rowsLeft - rows);
      bytesLeft = Math.max(0, bytesLeft - bytes);
    },
  };
}
