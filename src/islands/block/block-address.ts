import { playgroundAddress } from '../playground/carry.ts';
import { type BlockElement, readStepsBefore } from './read-blocks.ts';

/** The playground's address with a block's text as it is now, and what it needs. */
export function blockAddress(block: BlockElement, playground: string): string {
  return playgroundAddress(playground, {
    dataset: block.dataset.dataset ?? '',
    before: readStepsBefore(block).map(({ sql }) => sql),
    text: block.sql,
  });
}
