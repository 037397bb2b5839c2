/** What an entry of a list is called; of other lists it is an entry. */
const NOUNS: Readonly<Record<string, string>> = {
  checks: 'check',
  'equivalent-mutants': 'mutant',
  modules: 'module',
  shown: 'shown row',
  sources: 'source',
  tables: 'table',
  variants: 'variant',
  workload: 'query',
};

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** `second`, `11th`. */
function ordinal(count: number): string {
  const ending = /(?<!1)[123]$/.exec(String(count))?.[0] ?? '';
  return ORDINALS[count - 1] ?? `${count}${{ 1: 'st', 2: 'nd', 3: 'rd' }[ending] ?? 'th'}`;
}

function get(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** What an author calls it by: its id or its name, else its kind. */
function nameOf(entry: unknown): string {
  const named = [get(entry, 'id'), get(entry, 'name'), get(entry, 'title')].find(
    (name) => typeof name === 'string' && name !== '',
  );
  const kind = get(entry, 'kind');
  if (typeof named === 'string') return ` (“${named}”)`;
  return typeof kind === 'string' ? ` (kind ${kind})` : '';
}

/** An entry of the list that `list` names. */
function entryInWords(list: PropertyKey | undefined, at: number, entry: unknown): string {
  if (typeof list === 'number') return `the ${ordinal(at + 1)} value`;
  const noun = NOUNS[String(list)];
  return `the ${ordinal(at + 1)} ${noun ?? `entry of ${String(list)}`}${nameOf(entry)}`;
}

/**
 * The place of a value in what is written, as a person says it: `at-most of the second check (“pages”)`. Entries are
 * counted from one. Of a value that is at no place it is the front matter.
 */
export function pathInWords(path: readonly PropertyKey[], value: unknown): string {
  const parts: string[] = [];
  let keys: PropertyKey[] = [];
  let part = value;
  for (const [at, key] of path.entries()) {
    part = get(part, key);
    const list = path[at - 1];
    if (typeof key !== 'number') {
      keys.push(key);
      continue;
    }
    // The entry says itself what list it is of; what stands before that list holds both.
    const before = keys.slice(0, -1);
    if (before.length > 0) parts.unshift(before.map(String).join('.'));
    parts.unshift(entryInWords(list, key, part));
    keys = [];
  }
  if (keys.length > 0) parts.unshift(keys.map(String).join('.'));
  return parts.join(' of ') || 'the front matter';
}
