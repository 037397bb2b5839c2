import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { checkFreeNames } from './free-names.ts';
import type {
  ComponentUse,
  FigureUse,
  LessonBlock,
  LessonSource,
  LinkUse,
  SourceError,
  TagUse,
} from './lesson-source.ts';
import { readAttributes } from './read-attributes.ts';
import { readImports } from './read-imports.ts';
import { readYaml } from './read-yaml.ts';
import { slugsOf } from './slug.ts';
import { whyUnreadable } from './why-unreadable.ts';

export type LessonRead =
  | { readonly kind: 'ok'; readonly lesson: LessonSource; readonly errors: readonly SourceError[] }
  | { readonly kind: 'unreadable'; readonly errors: readonly SourceError[] };

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

function columnOf(node: Nodes): number {
  return node.position?.start.column ?? 1;
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

function isElement(node: Nodes): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return childrenOf(node).map(textOf).join('');
}

function attributeText(attributes: Readonly<Record<string, unknown>>, name: string): string {
  const value = attributes[name];
  return typeof value === 'string' ? value : '';
}

function readBlock(element: Element, attributes: Readonly<Record<string, unknown>>): LessonBlock | undefined {
  const code = childrenOf(element).find((child) => child.type === 'code');
  if (code?.type !== 'code' || code.lang !== 'sql') return undefined;
  const text = (name: string) => attributeText(attributes, name);
  const dataset = text('dataset');
  return {
    id: text('id'),
    caption: text('caption'),
    sql: code.value,
    ...(dataset ? { dataset } : {}),
    ...(text('engine') === 'sqlite' ? { engine: 'sqlite' as const } : {}),
    tables: text('tables').split(/\s+/).filter(Boolean),
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
  readonly tags: TagUse[];
  readonly imported: string[];
  readonly links: LinkUse[];
  readonly images: LinkUse[];
  readonly headings: string[];
  readonly errors: SourceError[];
}

function readSql(file: string, element: Element, component: ComponentUse, found: Found): void {
  const block = readBlock(element, component.attributes);
  const [, more] = childrenOf(element);
  if (block) found.blocks.push(block);
  if (block && more) {
    found.errors.push({
      file,
      line: lineOf(more),
      column: columnOf(more),
      what: `the block “${block.id}” holds more than one fence of SQL, which is all that is run`,
      fix: 'put it behind </Sql>, SQL into a block of its own',
    });
  } else if (!block) {
    found.errors.push({
      file,
      line: component.line,
      column: component.column,
      what: `the block “${attributeText(component.attributes, 'id')}” holds no fenced SQL`,
      fix: 'put ```sql … ``` between the tags, with empty lines around it',
    });
  }
}

/** Reads an element and what is in it; gives the components that were found there, outermost first. */
function readElement(file: string, element: Element, found: Found): readonly ComponentUse[] {
  const { name } = element;
  const { attributes, errors } = readAttributes(element.attributes);
  const line = lineOf(element);
  if (name === 'a' && typeof attributes.href === 'string')
    found.links.push({ url: attributes.href, line, column: columnOf(element) });
  if (name === 'img' && typeof attributes.src === 'string' && !/^(https?|data):/i.test(attributes.src))
    found.errors.push({
      file,
      line,
      column: columnOf(element),
      what: `<img> leads to “${attributes.src}”, and the build puts no picture there`,
      fix: 'write ![what it shows](./picture.svg), with the picture beside the text',
    });
  if (name && /^[a-z]/.test(name))
    found.tags.push({ name, attributes: Object.keys(attributes), line, column: columnOf(element) });
  if (!name || !/^[A-Z]/.test(name)) return readAll(file, childrenOf(element), found);
  for (const { what, fix } of errors) {
    found.errors.push({ file, line, column: columnOf(element), what: `<${name}>: ${what}`, fix });
  }
  const at = found.components.length;
  const inside = readAll(file, childrenOf(element), found);
  const column = columnOf(element);
  const component = { name, attributes, text: textOf(element).trim(), inside, line, column };
  found.components.splice(at, 0, component);
  if (name === 'Sql') readSql(file, element, component, found);
  return [component, ...inside];
}

function readAll(file: string, nodes: readonly Nodes[], found: Found): readonly ComponentUse[] {
  return nodes.flatMap((node) => {
    if (isElement(node)) return readElement(file, node, found);
    if (node.type === 'link' || node.type === 'definition')
      found.links.push({ url: node.url, line: lineOf(node), column: columnOf(node) });
    if (node.type === 'image')
      found.images.push({ url: node.url, line: lineOf(node), column: columnOf(node) });
    if (node.type === 'heading') found.headings.push(textOf(node));
    if (node.type === 'mdxjsEsm')
      found.imported.push(...Array.from(node.value.matchAll(/\b[A-Z]\w*/g), ([name]) => name));
    return readAll(file, childrenOf(node), found);
  });
}

function readFigure({ attributes, line }: ComponentUse): FigureUse {
  const named = (name: 'at' | 'on' | 'using') => {
    const value = attributeText(attributes, name);
    return value === '' ? {} : { [name]: value };
  };
  const [of, show] = [attributeText(attributes, 'of'), attributeText(attributes, 'show')];
  return { of, show, line, ...named('at'), ...named('on'), ...named('using') };
}

function readFrontMatter(tree: Root): Pick<LessonSource, 'frontMatter' | 'keyLines'> {
  const yaml = tree.children.find((child) => child.type === 'yaml');
  return yaml?.type === 'yaml' ? readYaml(yaml.value, lineOf(yaml) + 1) : { frontMatter: {}, keyLines: {} };
}

function anchorsOf({ headings, components }: Found): readonly string[] {
  const ids = components
    .filter(({ name }) => name === 'Sql' || name === 'Predict')
    .map(({ attributes }) => attributeText(attributes, 'id'));
  const sources = components.some(({ name }) => name === 'Sources') ? ['sources'] : [];
  return ['_top', ...slugsOf(headings), ...ids, ...sources];
}

/** Reads a lesson's MDX. What cannot be read at all says where and why; the rest is for the check to judge. */
export function readLesson(file: string, id: string, text: string): LessonRead {
  try {
    const tree = processor.parse(text);
    const found: Found = {
      blocks: [],
      components: [],
      tags: [],
      imported: [],
      links: [],
      images: [],
      headings: [],
      errors: [],
    };
    readAll(file, tree.children, found);
    const { blocks, components, tags, imported, links, images, errors } = found;
    const figures = components.filter(({ name }) => name === 'Figure').map(readFigure);
    const anchors = anchorsOf(found);
    const named = { blocks, components, tags, imported, links, images, anchors, figures };
    const route = id.startsWith('exercises/') ? `/${id}/` : `/learn/${id}/`;
    const lesson = { id, route, file, ...readFrontMatter(tree), ...named, imports: readImports(tree) };
    return { kind: 'ok', lesson, errors: [...errors, ...checkFreeNames(file, tree)] };
  } catch (thrown) {
    return { kind: 'unreadable', errors: [whyUnreadable(file, text, thrown)] };
  }
}
