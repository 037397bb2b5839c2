/** What has to be known of a block to say what must run before it. */
export interface OrderedBlock {
  readonly id: string;
  /** Run before any other. */
  readonly setup: boolean;
  /** Ids of blocks that must have run before. */
  readonly needs: readonly string[];
}

/**
 * The blocks that must run before one: the setup blocks and what it needs, and what those need, in page order.
 * Before a setup block only those setup blocks that stand before it: a later one may rest on it.
 */
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
  const place = blocks.findIndex((block) => block.id === id);
  const earlier = blocks[place]?.setup ? blocks.slice(0, place) : blocks;
  for (const block of earlier) if (block.setup) want(block.id);
  for (const needed of blocks[place]?.needs ?? []) want(needed);
  return blocks.filter((block) => wanted.has(block.id));
}
