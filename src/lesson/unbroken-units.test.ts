import { expect, it } from 'vitest';
import { type TreeNode, unbrokenText } from './unbroken-units.ts';

/** A tree, and what becomes of its texts. */
function textsAfter(root: TreeNode): string[] {
  const places = new Map<TreeNode, { readonly parent: TreeNode; readonly index: number }>();
  const texts: TreeNode[] = [];
  const walk = (node: TreeNode) => {
    if (node.type === 'text') texts.push(node);
    node.children?.forEach((child, index) => {
      places.set(child, { parent: node, index });
      walk(child);
    });
  };
  walk(root);
  const place = {
    parent: (node: TreeNode) => places.get(node)?.parent,
    indexOf: (node: TreeNode) => places.get(node)?.index,
  };
  return texts.map((text) => (unbrokenText(text, place) ?? text).value?.replaceAll('\u00a0', '~') ?? '');
}

const text = (value: string): TreeNode => ({ type: 'text', value });
const element = (tagName: string, ...children: TreeNode[]): TreeNode => ({
  type: 'element',
  tagName,
  children,
});
const component = (name: string): TreeNode => ({ type: 'mdxJsxTextElement', name, children: [] });

it('keeps units in prose and after figures', () => {
  expect(textsAfter(element('p', text('8 kB, or '), component('Figure'), text(' pages.')))).toEqual([
    '8~kB, or ',
    '~pages.',
  ]);
  expect(textsAfter(element('p', component('Term'), text(' pages.')))).toEqual([' pages.']);
});

it('leaves code and headings alone', () => {
  expect(textsAfter(element('pre', element('code', element('span', text('8 kB')))))).toEqual(['8 kB']);
  expect(textsAfter(element('h2', text('Where 8,192 bytes go')))).toEqual(['Where 8,192 bytes go']);
});
