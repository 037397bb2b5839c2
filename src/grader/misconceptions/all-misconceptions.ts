import type { Misconception } from './misconception.ts';

/** The catalogue, in the order in which findings are shown. */
export const allMisconceptions: readonly Misconception[] = [];
