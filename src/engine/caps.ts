import type { Limits } from './engine.ts';
import type { Caps } from './wire.ts';

/** How much of a statement's rows is kept, where its limits do not say. */
const DEFAULT_CAPS: Caps = { maxRows: 1_000, maxBytes: 4 * 1024 * 1024, maxCellBytes: 64 * 1024 };

/** What is kept of each statement's rows. */
export function capsOf(limits: Limits): Caps {
  return {
    maxRows: limits.maxRows ?? DEFAULT_CAPS.maxRows,
    maxBytes: limits.maxBytes ?? DEFAULT_CAPS.maxBytes,
    maxCellBytes: limits.maxCellBytes ?? DEFAULT_CAPS.maxCellBytes,
  };
}
