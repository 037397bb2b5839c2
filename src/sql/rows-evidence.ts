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
  /** Where the result was larger than what is read of one: the hashes are of its first rows alone, or of cut ones. */
  readonly truncated?: true;
  /** The first rows, to show a difference. */
  readonly sample: readonly (readonly Cell[])[];
}
