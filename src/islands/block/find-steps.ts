import type { Step } from './lesson-lab.ts';

/** A block as its attributes describe it. */
export interface BlockFacts extends Step {
  readonly setup: boolean;
  readonly needs: readonly string[];
}

/** The steps that must run before a block: its setup blocks and what it needs, and what those need, in page order. */
export function findStepsBefore(id: string, blocks: readonly BlockFacts[]): readonly Step[] {
  const wanted = new Set<string>();
  const want = (needed: string): void => {
    if (needed === id || wanted.has(needed)) return;
    wanted.add(needed);
    for (const further of blocks.find((block) => block.id === needed)?.needs ?? []) want(further);
  };
  for (const block of blocks) if (block.setup) want(block.id);
  for (const needed of blocks.find((block) => block.id === id)?.needs ?? []) want(needed);
  return blocks.filter((block) => wanted.has(block.id));
}
