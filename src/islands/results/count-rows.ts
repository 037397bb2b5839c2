/** Cells put on the page at once, of all results together: more of them would hold it up. */
const MOST_CELLS = 10_000;
const MOST_ROWS = 100;

/** How many rows of a result are put on the page at once, beside others; at least one. */
export function countRowsAtOnce(columns: number, results: number): number {
  const share = Math.floor(MOST_CELLS / Math.max(1, columns * results));
  return Math.max(1, Math.min(MOST_ROWS, share));
}
