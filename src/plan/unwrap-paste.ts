/**
 * What stands around a plan where it was copied from: psql's frames and heads, a log's prefixes, quotes of a mail, and
 * characters that a page put in place of others.
 */

/** How the name of a node begins: by it a plan's first line is known when something stands before it. */
const firstNode =
  /\b(?:Parallel|Async|Partial|Finalize|Seq|Index|Bitmap|BitmapAnd|BitmapOr|Tid|Sample|Subquery|Function|Table|Values|CTE|Named|WorkTable|Foreign|Custom|Nested|Merge|Hash|Gather|Append|Result|ProjectSet|Limit|Sort|Incremental|Materialize|Memoize|Group|\w*Aggregate|WindowAgg|Unique|SetOp|HashSetOp|LockRows|Insert|Update|Delete|Recursive)\b[^(]*\((?:cost=|actual )/;

/** A text with the characters that EXPLAIN wrote: pages put others in their place, and psql wraps at `.`. */
function restore(text: string): string {
  const plain = text
    .replace(/\r/g, '')
    .replaceAll('#011', '\t')
    .replace(/\u00a0/g, ' ')
    .replace(/^\s*```.*$/gm, '');
  const entities = plain.includes('-&gt;')
    ? plain.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
    : plain;
  return entities.replace(/\.\n\./g, '');
}

/** A line without the sign that psql puts where a value goes on in the next one. */
function uncontinued(line: string): string {
  return line.trimEnd().replace(/[+↵]$/, '').trimEnd();
}

/** A line without the bar that ends it in a table. */
function withoutBar(line: string): string {
  const text = line.trimEnd();
  return /[|│]$/.test(text) ? text.slice(0, -1) : text;
}

/** What stands before the first line of a plan, as a pattern that the lines after it can begin with. */
function prefixOf(line: string): RegExp | undefined {
  const prefix = line.slice(0, Math.max(0, line.search(firstNode)));
  if (!/\S/.test(prefix) || /->\s*$/.test(prefix)) return undefined;
  const pattern = prefix
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\d+/g, '\\d+')
    .replace(/QUERY PLAN/, '(?:QUERY PLAN| {10})');
  return new RegExp(`^${pattern}`);
}

/** psql's heads, rules and feet, in any language: what lies between them is the plan. */
const frame = /^(?:QUERY PLAN|[-─═+┼┬┴├┤┌┐└┘| ]{3,}|[┌├+]?[-─]\[ ?\S+ \d+ ?\].*|\(\d+ [^()]*\))$/;

/** Lines of a plan in EXPLAIN's text form, without what stands around it and without the indentation they share. */
export function bareLines(text: string): readonly string[] {
  const lines = restore(text)
    .split('\n')
    .map((line) => line.replace(/^\s*"(.*)"$/, '$1'))
    .filter((line) => line.trim() !== '' && !frame.test(line.trim()));
  const first = lines.find(
    (line) => line.length < 2000 && /\((?:cost=|actual )/.test(line) && firstNode.test(line),
  );
  const prefix = first && prefixOf(first);
  const framed = /[|│]\s*$/.test(first ?? '');
  return lines.map((line) => {
    const inside = prefix === undefined ? line : line.replace(prefix, '');
    return uncontinued(framed ? withoutBar(inside) : inside);
  });
}

/** What psql prints before each line of a value. */
const before = /^\s*(?:[|│]\s*)?(?:QUERY PLAN\s*)?[|│] ?/;

/** The JSON in a text, without what stands around it; empty where there is none. */
export function bareJson(text: string): string {
  const plain = text.includes('""Plan""') ? text.replaceAll('""', '"') : text;
  const lines = restore(plain)
    .split('\n')
    .map((line) => uncontinued(withoutBar(line.replace(before, ''))));
  const start = lines.findIndex((line) => /^\s*"?[[{]/.test(line));
  const body = lines.slice(Math.max(0, start)).join('\n');
  const end = Math.max(body.lastIndexOf(']'), body.lastIndexOf('}'));
  return start < 0 ? '' : body.slice(body.search(/[[{]/), end + 1);
}
