import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Place } from '../sql/place-in-text.ts';
import type { AuthorError } from './exercise.ts';
import { issueInWords, withoutFollowing } from './issue-in-words.ts';
import { yamlInWords } from './yaml-in-words.ts';

export type FrontMatterRead<T> =
  | {
      readonly kind: 'ok';
      readonly value: T;
      readonly raw: unknown;
      readonly body: string;
      readonly lineOf: LineOf;
    }
  | {
      readonly kind: 'errors';
      readonly errors: readonly AuthorError[];
      /** What the YAML holds, where it could be read. */
      readonly raw?: unknown;
      readonly body: string;
      readonly lineOf: LineOf;
    };

/** The place of a key path in the file, as near as there is one. */
export type LineOf = (path: readonly PropertyKey[]) => Place;

export interface FrontMatterSchema<T> {
  readonly schema: z.ZodType<T>;
  /** The keys that a path may hold, given what is written. */
  readonly keysAt: (path: readonly PropertyKey[], value: unknown) => readonly string[];
  /** The values that a `kind` may have. */
  readonly kinds: readonly string[];
}

interface Split {
  readonly yaml: string;
  readonly body: string;
  /** Lines before the YAML: 1 for the fence, 0 where the whole file is YAML. */
  readonly before: number;
}

function split(text: string): Split | undefined {
  const match = /^---\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  return match ? { yaml: match[1] ?? '', body: text.slice(match[0].length), before: 1 } : undefined;
}

/** Why a text has no front matter; undefined where it has some. */
export function whyNoFrontMatter(text: string): Pick<AuthorError, 'what' | 'fix'> | undefined {
  if (split(text)) return undefined;
  if (/^---\s*\n/.test(text)) {
    const fix = 'write --- on a line of its own below the last key';
    return { what: 'the front matter has no end', fix };
  }
  if (/^\s*---\s*\n/.test(text))
    return {
      what: 'the front matter does not begin the file',
      fix: 'take out what stands before the first ---',
    };
  return { what: 'there is no front matter', fix: 'begin the file with ---, keys, and ---' };
}

function pairOf(map: unknown, key: PropertyKey) {
  return isMap<Node, Node>(map)
    ? map.items.find(({ key: found }) => isScalar(found) && found.value === key)
    : undefined;
}

function nodeAt(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = root;
  for (const key of path) {
    const pair = pairOf(node, key);
    const next = isSeq<Node>(node) ? node.items[Number(key)] : (pair?.value ?? pair?.key);
    if (!next) return node;
    node = next;
  }
  return node;
}

function emptyFile(file: string, { before }: Split, keys: readonly string[]): AuthorError {
  const what = before > 0 ? 'the front matter is empty' : 'this file is empty';
  return { file, line: 1, what, fix: `write its keys: ${keys.join(', ')}` };
}

/**
 * Reads YAML (a file's front matter, or a whole file) against a schema. Every mistake is found, each with its place; a
 * misspelt key or value is told the nearest right one.
 */
export function readFrontMatter<T>(
  file: string,
  text: string,
  { schema, keysAt, kinds }: FrontMatterSchema<T>,
): FrontMatterRead<T> {
  const part = file.endsWith('.mdx') ? split(text) : { yaml: text, body: '', before: 0 };
  if (!part) {
    const none = whyNoFrontMatter(text) ?? { what: '', fix: '' };
    const error = { file, line: 1, ...none };
    return { kind: 'errors', errors: [error], body: text, lineOf: () => ({ line: 1, column: 1 }) };
  }
  const lines = new LineCounter();
  const document = parseDocument(part.yaml, { lineCounter: lines });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + part.before, column: Math.max(1, col) };
  };
  const lineOf: LineOf = (path) => placeAt(nodeAt(document.contents, path)?.range?.[0] ?? 0);
  const { body } = part;
  // The others follow from it.
  const [unreadable] = document.errors;
  if (unreadable) {
    const error = { file, ...placeAt(unreadable.pos[0]), ...yamlInWords(unreadable, part.yaml) };
    return { kind: 'errors', errors: [error], body, lineOf };
  }
  const raw: unknown = document.toJS();
  if (raw === null || raw === undefined)
    return { kind: 'errors', errors: [emptyFile(file, part, keysAt([], raw))], body, lineOf };
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { kind: 'ok', value: parsed.data, raw, body, lineOf };
  const keyPlace = (path: readonly PropertyKey[], key: string): Place => {
    const offset = pairOf(nodeAt(document.contents, path), key)?.key.range?.[0];
    return offset === undefined ? lineOf(path) : placeAt(offset);
  };
  const errors = withoutFollowing(parsed.error.issues).flatMap((issue) =>
    issueInWords(issue, raw, (path) => keysAt(path, raw), kinds).map(({ key, what, fix }) => {
      const place = key === undefined ? lineOf(issue.path) : keyPlace(issue.path, key);
      return { file, ...place, what, fix };
    }),
  );
  return { kind: 'errors', errors, raw, body, lineOf };
}
