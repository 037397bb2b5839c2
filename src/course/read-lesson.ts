import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import type { ComponentUse, LessonBlock, LessonSource, LinkUse, SourceError } from './lesson-source.ts';
import { readAttributes } from './read-attributes.ts';

export type LessonRead =
  | { readonly kind: 'ok'; readonly lesson: LessonSource; readonly errors: readonly SourceError[] }
  | { readonly kind: 'unreadable'; readonly errors: readonly SourceError[] };

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

function collect(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  for (const child of childrenOf(node)) collect(child, visit);
}

function isElement(node: Nodes): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function readBlock(element: Element, attributes: Readonly<Record<string, unknown>>): LessonBlock | undefined {
  const code = childrenOf(element).find((child) => child.type === 'code');
  if (code?.type !== 'code') return undefined;
  const text = (name: string) => (typeof attributes[name] === 'string' ? attributes[name] : '');
  const dataset = text('dataset');
  return {
    id: text('id'),
    caption: text('caption'),
    sql: code.value,
    ...(dataset ? { dataset } : {}),
    plan: attributes.plan === true,
    setup: attributes.setup === true,
    needs: text('needs').split(/\s+/).filter(Boolean),
    expect: attributes.expect,
    line: lineOf(element),
    sqlLine: lineOf(code) + 1,
  };
}

interface Found {
  readonly blocks: LessonBlock[];
  readonly components: ComponentUse[];
  readonly links: LinkUse[];
  readonly errors: SourceError[];
}

function readElement(file: string, element: Element, found: Found): void {
  const { name } = element;
  if (!name || !/^[A-Z]/.test(name)) return;
  const line = lineOf(element);
  const { attributes, errors } = readAttributes(element.attributes);
  for (const what of errors) {
    found.errors.push({
      file,
      line,
      what: `<${name}>: ${what}`,
      fix: 'write plain text, numbers, true, false, arrays and objects',
    });
  }
  found.components.push({ name, attributes, line, column: element.position?.start.column ?? 1 });
  if (name !== 'Sql') return;
  const block = readBlock(element, attributes);
  if (block) found.blocks.push(block);
  else {
    const what = `the block “${String(attributes.id ?? '')}” holds no fenced SQL`;
    found.errors.push({
      file,
      line,
      what,
      fix: 'put ```sql … ``` between the tags, with empty lines around it',
    });
  }
}

function readTree(file: string, tree: Root): Found {
  const found: Found = { blocks: [], components: [], links: [], errors: [] };
  collect(tree, (node) => {
    if (isElement(node)) readElement(file, node, found);
    if (node.type === 'link') found.links.push({ url: node.url, line: lineOf(node) });
  });
  return found;
}

function readFrontMatter(tree: Root): unknown {
  const yaml = tree.children.find((child) => child.type === 'yaml');
  return yaml?.type === 'yaml' ? parseYaml(yaml.value) : {};
}

/** Reads a lesson's MDX. What cannot be read at all says where and why; the rest is for the check to judge. */
export function readLesson(file: string, id: string, text: string): LessonRead {
  try {
    const tree = processor.parse(text);
    const { blocks, components, links, errors } = readTree(file, tree);
    const figures = components
      .filter(({ name }) => name === 'Figure')
      .map(({ attributes, line }) => ({ of: String(attributes.of), show: String(attributes.show), line }));
    const lesson = { id, file, frontMatter: readFrontMatter(tree), blocks, components, links, figures };
    return { kind: 'ok', lesson, errors };
  } catch (thrown) {
    const place = typeof thrown === 'object' && thrown !== null && 'line' in thrown ? Number(thrown.line) : 1;
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    return {
      kind: 'unreadable',
      errors: [{ file, line: place || 1, what, fix: 'mend the MDX or the front matter there' }],
    };
  }
}
