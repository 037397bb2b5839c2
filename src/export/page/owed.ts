import * as z from 'zod/mini';
import type { Shelf } from '../../progress/store.ts';
import type { Launch } from './launch.ts';
import type { Outcome } from './outcome.ts';

const schema = z.object({ passed: z.optional(z.boolean()), score: z.optional(z.number()) });

/** A result that the course system has not taken yet, kept for a later session of the same registration. */
export interface Owed {
  read(): Outcome | undefined;
  keep(outcome: Outcome): void;
  forget(): void;
}

/** Keeps what is owed on a shelf, where there is one that takes it. */
export function owedTo({ registration, activityId }: Launch, shelf: Shelf | undefined): Owed {
  const key = `planwright.owed.${registration} ${activityId}`;
  const calmly = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      // Nothing can be kept: then it is told in this session or not at all.
      return undefined;
    }
  };
  return {
    read: () =>
      calmly(() => {
        const text = shelf?.getItem(key);
        if (!text) return undefined;
        const { passed, score } = schema.parse(JSON.parse(text));
        return { complete: true, passed, score };
      }),
    keep: ({ passed, score }) => void calmly(() => shelf?.setItem(key, JSON.stringify({ passed, score }))),
    forget: () => void calmly(() => shelf?.removeItem(key)),
  };
}
