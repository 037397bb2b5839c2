import type { Program } from 'estree';
import type { Nodes, Root } from 'mdast';
import type { SourceError } from './lesson-source.ts';

/** What a module made of MDX holds without the author’s doing, and what its text is given. */
const PROVIDED = ['props', 'frontmatter', 'getHeadings', 'url', 'file', 'Content', 'MDXContent'];

/** What JavaScript itself provides. */
const BUILT_IN =
  `undefined NaN Infinity Array BigInt Boolean Date Error Intl JSON Map Math Number Object Promise RegExp Set
  String Symbol URL console decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt`.split(
    /\s+/,
  );

interface Name {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** Names that a piece of JavaScript uses, and those that it gives a value itself, in whatever scope. */
interface Names {
  readonly used: Name[];
  readonly given: Set<string>;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Fields of a syntax tree that hold a name which is no variable’s, unless it is computed. */
const LABELS: Readonly<Record<string, string>> = {
  MemberExpression: 'property',
  Property: 'key',
  MethodDefinition: 'key',
  PropertyDefinition: 'key',
  LabeledStatement: 'label',
  BreakStatement: 'label',
  ContinueStatement: 'label',
};

/** Fields that hold what gets a value there. */
const GIVING = new Set(['params', 'param', 'id', 'local']);

function nameOf({ name, loc }: Fields): Name {
  const start = isFields(loc) && isFields(loc.start) ? loc.start : {};
  return { name: String(name), line: Number(start.line ?? 1), column: Number(start.column ?? 0) + 1 };
}

function collect(node: unknown, giving: boolean, names: Names): void {
  if (Array.isArray(node)) for (const part of node) collect(part, giving, names);
  if (!isFields(node) || Array.isArray(node)) return;
  const type = String(node.type);
  if (type === 'Identifier') {
    if (giving) names.given.add(String(node.name));
    else names.used.push(nameOf(node));
    return;
  }
  // Asking for the type of what is not there is no mistake; import.meta holds no variable.
  if (type === 'MetaProperty') return;
  if (type === 'UnaryExpression' && node.operator === 'typeof') return;
  for (const [key, part] of Object.entries(node)) {
    if (key === LABELS[type] && node.computed !== true) continue;
    if (key === 'loc' || key === 'imported' || key === 'exported') continue;
    // A pattern gives all that it names; what it takes where there is nothing, it uses.
    const default_ = type === 'AssignmentPattern' && key === 'right';
    collect(part, !default_ && (giving || GIVING.has(key)), names);
  }
}

interface Parsed {
  readonly data?: { readonly estree?: Program | null | undefined } | undefined;
}

const programOf = ({ data }: Parsed): unknown => data?.estree;

/** JavaScript of the prose, and of tags in lower case: that of components has to be plain data, which is looked at elsewhere. */
function programsIn(node: Nodes): readonly unknown[] {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm')
    return [programOf(node)];
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  if (/^[A-Z]/.test(node.name ?? '')) return [];
  return node.attributes.map((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return programOf(attribute);
    return typeof attribute.value === 'object' && attribute.value !== null
      ? programOf(attribute.value)
      : undefined;
  });
}

function allPrograms(node: Nodes): readonly unknown[] {
  const inside = 'children' in node ? node.children.flatMap(allPrograms) : [];
  return [...programsIn(node), ...inside];
}

/** Names between { and } that nothing gives a value: the site’s build would stop at them. */
export function checkFreeNames(file: string, tree: Root): readonly SourceError[] {
  const names: Names = { used: [], given: new Set([...PROVIDED, ...BUILT_IN]) };
  for (const program of allPrograms(tree)) collect(program, false, names);
  const free = names.used.filter(({ name }) => !names.given.has(name));
  return free.map(({ name, line, column }) => {
    const what = `what stands between { and } is the name “${name}”, which nothing gives a value`;
    return { file, line, column, what, fix: 'in prose put it into `code`, or write \\{ for {' };
  });
}
