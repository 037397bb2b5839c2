import { findBlocksBefore } from '../../session/steps-before.ts';
import type { Step } from './lesson-lab.ts';

/** A block as its attributes describe it. */
export interface BlockFacts extends Step {
  readonly setup: boolean;
  readonly needs: readonly string[];
}

/** The steps that must run before a block: its setup blocks and what it needs, and what those need, in page order. */
export function findStepsBefore(id: string, blocks: readonly BlockFacts[]): readonly Step[] {
  return findBlocksBefore(id, blocks);
}
