import type { Cell } from '../engine/engine.ts';

/** A result set, as far as a comparison needs it. */
export interface RowsEvidence {
  readonly count: number;
  readonly columns: readonly string[];
  /** What each column holds: `number`, `text`, `time`; null where that is not told apart. */
  readonly kinds?: readonly (string | null)[];
  /** Hash of the rows in order, and of the rows sorted. */
  readonly ordered: string;
  readonly sorted: string;
  /** The first rows, to show a difference. */
  readonly sample: readonly (readonly Cell[])[];
}
