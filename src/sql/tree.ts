/** Typed readers over libpg-query's JSON, which is `unknown` to the compiler. Nothing here recurses: trees can be deep. */

export type Fields = Readonly<Record<string, unknown>>;

/** A node of the parse tree: `{ "SelectStmt": {...} }` is of type `SelectStmt`. */
export interface TreeNode {
  /** Empty for a part that has no type of its own. */
  readonly type: string;
  readonly fields: Fields;
}

/** Parts that the JSON gives without their type, by the field that holds them. */
const UNWRAPPED: Readonly<Record<string, string>> = {
  relation: 'RangeVar',
  rel: 'RangeVar',
  constrrel: 'RangeVar',
  pktable: 'RangeVar',
  sequence: 'RangeVar',
  view: 'RangeVar',
  intoClause: 'IntoClause',
  into: 'IntoClause',
  larg: 'SelectStmt',
  rarg: 'SelectStmt',
  withClause: 'WithClause',
  typeName: 'TypeName',
  over: 'WindowDef',
  onConflictClause: 'OnConflictClause',
};

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The node that a value wraps, or undefined where it is no wrapped node. */
export function nodeOf(value: unknown): TreeNode | undefined {
  if (!isFields(value)) return undefined;
  const keys = Object.keys(value);
  const type = keys[0];
  if (keys.length !== 1 || type === undefined || !/^[A-Z]/.test(type)) return undefined;
  const fields = value[type];
  return isFields(fields) ? { type, fields } : undefined;
}

function visited(value: Fields, key: string): TreeNode {
  return nodeOf(value) ?? { type: UNWRAPPED[key] ?? '', fields: value };
}

/** Every node below and including a value, parents before children, in the order of the text. */
export function* walk(root: unknown): Generator<TreeNode> {
  const waiting: { value: unknown; key: string }[] = [{ value: root, key: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, key } = next;
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i -= 1) waiting.push({ value: value[i], key: '' });
    } else if (isFields(value)) {
      const node = visited(value, key);
      yield node;
      for (const [name, part] of Object.entries(node.fields).reverse()) {
        if (typeof part === 'object' && part !== null) waiting.push({ value: part, key: name });
      }
    }
  }
}

/** The nodes of one type below and including a value. */
export function nodesOf(root: unknown, type: string): Fields[] {
  const found: Fields[] = [];
  for (const node of walk(root)) if (node.type === type) found.push(node.fields);
  return found;
}

/** How many objects and arrays hang below one another. */
export function depthOf(root: unknown): number {
  let deepest = 0;
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    deepest = Math.max(deepest, depth);
    for (const part of Object.values(value)) waiting.push({ value: part, depth: depth + 1 });
  }
  return deepest;
}

/** A field's text, or undefined. */
export function text(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  return typeof value === 'string' ? value : undefined;
}

/** A field that is true; protobuf leaves false out. */
export function flag(fields: Fields, key: string): boolean {
  return fields[key] === true;
}

/** A field's items; empty where it is absent. */
export function list(fields: Fields, key: string): readonly unknown[] {
  const value = fields[key];
  return Array.isArray(value) ? value : [];
}

/** A field's parts without a type of their own, e.g. the `relation` of an IndexStmt. */
export function part(fields: Fields, key: string): Fields | undefined {
  const value = fields[key];
  return isFields(value) ? value : undefined;
}

/** The text of a `String` node. */
export function stringOf(value: unknown): string | undefined {
  const node = nodeOf(value);
  return node?.type === 'String' ? (text(node.fields, 'sval') ?? '') : undefined;
}

/** A dotted name, e.g. of a function: `['pg_catalog', 'lower']`. */
export function nameParts(items: readonly unknown[]): string[] {
  return items.map((item) => stringOf(item) ?? '*');
}

/** Where a node begins in the whole text, in UTF-16 code units; protobuf leaves 0 out, -1 is "nowhere". */
export function locationOf(fields: Fields): number | undefined {
  const at = fields.location ?? 0;
  return typeof at === 'number' && at >= 0 ? at : undefined;
}
