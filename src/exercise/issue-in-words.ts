import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { pathInWords } from './path-in-words.ts';

/** A schema's complaint, as an author reads it. */
export interface IssueInWords {
  readonly what: string;
  readonly fix: string;
}

type Issue = z.core.$ZodIssue;
type KeysAt = (path: readonly PropertyKey[]) => readonly string[];

/** The nearest of several words, where it is near enough to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const near = known.length > 0 ? closest(word, [...known]) : undefined;
  return near !== undefined && distance(near, word) <= Math.max(2, word.length / 3) ? near : undefined;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let part = value;
  for (const key of path)
    part = typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined;
  return part;
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? 'nothing');
}

function choose(written: unknown, values: readonly string[]): string {
  const words = typeof written === 'string' ? written.toLowerCase().replace(/[\s_]+/g, '-') : undefined;
  const near =
    typeof written === 'string' ? (nearest(written, values) ?? nearest(words ?? '', values)) : undefined;
  return near === undefined ? `write one of ${values.join(', ')}` : `write ${near}`;
}

function missing(path: readonly PropertyKey[], value: unknown): IssueInWords {
  const key = String(path.at(-1) ?? '');
  const inside = path.length > 1 ? ` in ${pathInWords(path.slice(0, -1), value)}` : '';
  return { what: `“${key}” is missing${inside}`, fix: `add ${key}: with a value` };
}

/** Which values a discriminator or an enumeration takes, where the issue tells. */
function valuesOf(issue: Issue, kinds: readonly string[]): readonly string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && issue.path.at(-1) === 'kind' ? kinds : undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'keys of its own',
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
};
const UNITS: Readonly<Record<string, readonly [one: string, more: string]>> = {
  string: ['letter', 'letters'],
  array: ['entry', 'entries'],
};

function amount(bound: number | bigint, unit: readonly [one: string, more: string] | undefined): string {
  if (unit === undefined) return String(bound);
  return Number(bound) === 1 ? `one ${unit[0]}` : `${bound} ${unit[1]}`;
}

/** What was expected, in the words of the schema; of each choice, where there are several. */
function expectationOf(issue: Issue): string {
  const isOwn = !/^Invalid input/.test(issue.message);
  if (issue.code === 'invalid_type')
    return isOwn ? issue.message : `takes ${TYPES[issue.expected] ?? issue.expected}`;
  const unit = 'origin' in issue ? UNITS[String(issue.origin)] : undefined;
  if (issue.code === 'too_big') return `takes at most ${amount(issue.maximum, unit)}`;
  if (issue.code === 'too_small') return `takes at least ${amount(issue.minimum, unit)}`;
  if (issue.code !== 'invalid_union') return issue.message.replace(/^Invalid input: /, '');
  const choices = issue.errors.flatMap((errors) => errors.map(expectationOf));
  return [...new Set(choices)].join(', or ');
}

/** How to write what was written so that it has the type that is wanted. */
function rewritten(issue: Issue, written: unknown, keys: readonly string[]): string {
  const wanted = issue.code === 'invalid_type' ? issue.expected : undefined;
  const isNumber = typeof written === 'string' && written.trim() !== '' && !Number.isNaN(Number(written));
  if (wanted === 'number' && isNumber) return `write ${written.trim()} without quotes`;
  if (wanted === 'object' && keys.length > 0)
    return `write its keys in braces: { ${keys.map((key) => `${key}: …`).join(', ')} }`;
  const isPlain = typeof written === 'string' || typeof written === 'number';
  if (wanted === 'array' && isPlain) return `write it in brackets: [${written}]`;
  return `change it; it is ${quoted(written).slice(0, 80)} now`;
}

/** Without what only follows from a value’s having another type. */
export function withoutFollowing(issues: readonly Issue[]): readonly Issue[] {
  const placeOf = ({ path }: Issue) => path.map(String).join('.');
  const mistyped = new Set(issues.filter(({ code }) => code === 'invalid_type').map(placeOf));
  return issues.filter((issue) => issue.code === 'invalid_type' || !mistyped.has(placeOf(issue)));
}

/** One issue as one mistake, or as many as it has unknown keys. `kinds` are the kinds of check that there are. */
export function issueInWords(
  issue: Issue,
  value: unknown,
  keysAt: KeysAt,
  kinds: readonly string[],
): readonly (IssueInWords & { readonly key?: string })[] {
  const { path } = issue;
  const name = pathInWords(path, value);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path);
    const inside = path.length > 0 ? ` of ${name}` : '';
    return issue.keys.map((key) => {
      if (/^\d+$/.test(key))
        return {
          key,
          what: `“${key}” is no key${inside}`,
          fix: 'write large numbers without a comma: 10000',
        };
      const near = nearest(key, known);
      const list = known.length > 0 ? `take it out; known here: ${known.join(', ')}` : 'take it out';
      return { key, what: `“${key}” is no key${inside}`, fix: near === undefined ? list : `write “${near}”` };
    });
  }
  const written = at(value, path);
  if (issue.code === 'custom') return [{ what: `${name} does not fit`, fix: issue.message }];
  if (written === undefined && path.length > 0) return [missing(path, value)];
  const values = valuesOf(issue, kinds);
  if (values) return [{ what: `${name} cannot be ${quoted(written)}`, fix: choose(written, values) }];
  const what = `${name}: ${expectationOf(issue)}`;
  return [{ what, fix: rewritten(issue, written, keysAt(path)) }];
}
