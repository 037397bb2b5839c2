import type { Outcome } from './outcome.ts';

/** A course system that listens. Neither throws: a page works on where its course system does not. */
export interface Reporter {
  report(outcome: Outcome): void;
  /** The page is going away: the last that is said. */
  close(): void;
}
