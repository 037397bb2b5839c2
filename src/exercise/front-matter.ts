import { closest, distance } from 'fastest-levenshtein';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { AuthorError } from './exercise.ts';

export type FrontMatterRead<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly body: string; readonly lineOf: LineOf }
  | { readonly kind: 'errors'; readonly errors: readonly AuthorError[] };

/** The place of a key path in the file, as near as there is one. */
export type LineOf = (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };

interface Split {
  readonly yaml: string;
  readonly body: string;
  /** Lines before the YAML: 1 for the fence, 0 where the whole file is YAML. */
  readonly before: number;
}

function split(text: string): Split | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return match ? { yaml: match[1] ?? '', body: text.slice(match[0].length), before: 1 } : undefined;
}

function nodeAt(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = root;
  for (const key of path) {
    const next = isMap(node) ? pairKey(node, key) : isSeq(node) ? node.items[Number(key)] : undefined;
    if (!next) return node;
    node = next as Node;
  }
  return node;
}

function pairKey(map: Node, key: PropertyKey): Node | undefined {
  if (!isMap(map)) return undefined;
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return (pair?.value ?? pair?.key) as Node | undefined;
}

function keyNode(root: Node | null, path: readonly PropertyKey[], key: string): Node | null {
  const map = nodeAt(root, path);
  const pair = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  return (pair?.key as Node | undefined) ?? map;
}

function knownKeys(
  issue: z.core.$ZodIssue,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): readonly string[] {
  return keysAt(issue.path);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join('.');
  return where ? `${where}: ${issue.message}` : issue.message;
}

function unknownKeyFix(key: string, known: readonly string[]): string {
  const near = known.length > 0 ? closest(key, [...known]) : undefined;
  const close = near !== undefined && distance(near, key) <= Math.max(2, key.length / 3);
  if (close) return `write “${near}”`;
  return known.length > 0 ? `take it out; known here: ${known.join(', ')}` : 'take it out';
}

/**
 * Reads YAML (a file's front matter, or a whole file) against a schema. Every mistake is found, each with its place; a
 * misspelt key is told the nearest right one. `keysAt` names the keys that a path may hold.
 */
export function readFrontMatter<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  keysAt: (path: readonly PropertyKey[], value: unknown) => readonly string[],
): FrontMatterRead<T> {
  const whole: Split = { yaml: text, body: '', before: 0 };
  const part = file.endsWith('.mdx') ? split(text) : whole;
  if (!part) {
    const error = {
      file,
      line: 1,
      what: 'there is no front matter',
      fix: 'begin the file with ---, keys, and ---',
    };
    return { kind: 'errors', errors: [error] };
  }
  const lines = new LineCounter();
  const document = parseDocument(part.yaml, { lineCounter: lines });
  const placeOf = (node: Node | null) => {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { line: Math.max(1, line) + part.before, column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    const errors = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      const what = `the YAML cannot be read: ${error.message.split('\n')[0]}`;
      return {
        file,
        line: line + part.before,
        column: col,
        what,
        fix: 'mend it there; quote text that holds : or #',
      };
    });
    return { kind: 'errors', errors };
  }
  const value: unknown = document.toJS();
  const parsed = schema.safeParse(value);
  const lineOf: LineOf = (path) => placeOf(nodeAt(document.contents, path));
  if (parsed.success) return { kind: 'ok', value: parsed.data, body: part.body, lineOf };
  const errors = parsed.error.issues.flatMap((issue): AuthorError[] => {
    if (issue.code !== 'unrecognized_keys') {
      return [
        {
          file,
          ...lineOf(issue.path),
          what: describeIssue(issue),
          fix: 'see docs/authoring.md for the format',
        },
      ];
    }
    return issue.keys.map((key) => ({
      file,
      ...placeOf(keyNode(document.contents, issue.path, key)),
      what: `“${key}” is no key${issue.path.length > 0 ? ` of ${issue.path.map(String).join('.')}` : ''}`,
      fix: unknownKeyFix(
        key,
        knownKeys(issue, (path) => keysAt(path, value)),
      ),
    }));
  });
  return { kind: 'errors', errors };
}
