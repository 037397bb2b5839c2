import { type BlockFacts, findStepsBefore } from './find-steps.ts';
import type { Step } from './lesson-lab.ts';

/** A lesson's block on the page, with the text that is in it now. */
export type BlockElement = HTMLElement & { readonly sql: string };

/** What the page says of a block. */
export function readFacts(block: BlockElement): BlockFacts {
  return {
    id: block.id,
    caption: block.querySelector('.caption')?.textContent ?? block.id,
    sql: block.sql,
    setup: block.dataset.setup !== undefined,
    needs: block.dataset.needs?.split(/\s+/) ?? [],
  };
}

function isBlock(element: Element): element is BlockElement {
  return element.localName === 'pw-sql';
}

/** The steps that must have run before a block, of the blocks on its page. */
export function readStepsBefore(block: BlockElement): readonly Step[] {
  const blocks = [...document.querySelectorAll('pw-sql')]
    .filter(isBlock)
    .filter((other) => other.dataset.dataset === block.dataset.dataset)
    .map(readFacts);
  return findStepsBefore(block.id, blocks);
}
