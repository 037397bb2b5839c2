import type { AstroIntegration } from 'astro';
import { keepUnits, keepUnitsAfterFigure } from '../islands/keep-units.ts';
import { processorPlugins } from './processor-plugins.ts';

/** What is looked at of a node of the HTML tree that Markdown becomes. */
export interface TreeNode {
  readonly type: string;
  readonly value?: string;
  /** Of an element of HTML. */
  readonly tagName?: string;
  /** Of a component. */
  readonly name?: string | null;
  readonly children?: readonly TreeNode[];
}

/** What the Markdown processor tells about a node's place. */
export interface TreePlace {
  parent(node: TreeNode): TreeNode | undefined;
  indexOf(node: TreeNode): number | undefined;
}

/** Code is shown as it is; a heading's address is made of its text. */
const LEFT_ALONE = /^(code|pre|script|style|h[1-6])$/;

function isLeftAlone(node: TreeNode, place: TreePlace): boolean {
  for (let above = place.parent(node); above !== undefined; above = place.parent(above)) {
    if (LEFT_ALONE.test(above.tagName ?? '')) return true;
  }
  return false;
}

/** The text that takes this one's place, or nothing where it stays. */
export function unbrokenText(node: TreeNode, place: TreePlace): { type: 'text'; value: string } | undefined {
  const text = node.value ?? '';
  // Most texts hold no unit, and to ask for a text's place takes far longer than to see that.
  if (keepUnitsAfterFigure(text) === text) return undefined;
  const before = place.parent(node)?.children?.[(place.indexOf(node) ?? 0) - 1];
  const value = before?.name === 'Figure' ? keepUnitsAfterFigure(text) : keepUnits(text);
  return value === text || isLeftAlone(node, place) ? undefined : { type: 'text', value };
}

/** Keeps figures and their units on one line in the prose of lessons and tasks, those of `<Figure>` too. */
export function unbrokenUnits(): AstroIntegration {
  return {
    name: 'planwright:unbroken-units',
    hooks: {
      'astro:config:setup': ({ config }) => {
        const { hastPlugins } = processorPlugins(config.markdown.processor);
        hastPlugins.push({ name: 'unbroken-units', text: unbrokenText });
      },
    },
  };
}
