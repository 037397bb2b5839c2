import { type BlockFacts, findStepsBefore } from './find-steps.ts';
import type { Step } from './lesson-lab.ts';

/** A lesson's block on the page, with the text that is in it now. */
export type BlockElement = HTMLElement & { readonly sql: string; readonly asWritten: boolean };

/** What the page says of a block. */
export function readFacts(block: BlockElement): BlockFacts {
  const { needs = '', setup } = block.dataset;
  return {
    id: block.id,
    caption: block.querySelector('.caption')?.textContent ?? block.id,
    sql: block.sql,
    asWritten: block.asWritten,
    setup: setup !== undefined,
    needs: needs.split(/\s+/).filter(Boolean),
  };
}

/** A block whose script has not run yet has no text that could be run. */
function isBlock(element: Element): element is BlockElement {
  return 'sql' in element && typeof element.sql === 'string';
}

/** The blocks of the page, in its order. */
export function listBlocks(): readonly BlockElement[] {
  return [...document.querySelectorAll('pw-sql')].filter(isBlock);
}

/** The steps that must have run before a block, of the blocks on its page. */
export function readStepsBefore(block: BlockElement): readonly Step[] {
  const blocks = listBlocks()
    .filter(
      ({ dataset }) => dataset.dataset === block.dataset.dataset && dataset.engine === block.dataset.engine,
    )
    .map(readFacts);
  return findStepsBefore(block.id, blocks);
}
