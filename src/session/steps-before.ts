/** What has to be known of a block to say what must run before it. */
export interface OrderedBlock {
  readonly id: string;
  /** Run before any other. */
  readonly setup: boolean;
  /** Ids of blocks that must have run before. */
  readonly needs: readonly string[];
}

/** The blocks that must run before one: the setup blocks and what it needs, and what those need, in page order. */
export function findBlocksBefore<Block extends OrderedBlock>(
  id: string,
  blocks: readonly Block[],
): readonly Block[] {
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
