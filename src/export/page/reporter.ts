import type { Outcome } from './outcome.ts';

/** A course system that listens. None of it throws: a page works on where its course system does not. */
export interface Reporter {
  /** What the learner can go on from, told with the next report. Not every standard has a place for it. */
  keep(text: string): void;
  report(outcome: Outcome): void;
  /** The page is going away: the last that is said. */
  close(): void;
}

/** A sentence for the learner where the course system does not take what it is told; undefined once it does. */
export type Tell = (trouble: string | undefined) => void;
