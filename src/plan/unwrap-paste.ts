/**
 * What stands around a plan where it was copied from: psql's frames and heads, a log's prefixes, quotes of a mail, and
 * characters that a page put in place of others.
 */

/** How the name of a node begins: by it a plan's first line is known when something stands before it. */
const firstNode =
  /\b(?:Parallel|Async|Partial|Finalize|Seq|Index|Bitmap|BitmapAnd|BitmapOr|Tid|Sample|Subquery|Function|Table|Values|CTE|Named|WorkTable|Foreign|Custom|Nested|Merge|Hash|Gather|Append|Result|ProjectSet|Limit|Sort|Incremental|Materialize|Memoize|Group|\w*Aggregate|WindowAgg|Unique|SetOp|HashSetOp|LockRows|Insert|Update|Delete|Recursive)\b[^(]*\((?:cost=|actual )/;

/** No heading is longer, and no terminal wider. */
const LONGEST = 2000;

/** A text with the characters that EXPLAIN wrote: pages put others in their place. */
function restore(text: string): string {
  const plain = text
    .replace(/\r/g, '')
    .replaceAll('#011', '\t')
    .replace(/\u00a0/g, ' ')
    .replace(/^\s*```.*$/gm, '');
  return plain.includes('-&gt;')
    ? plain.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
    : plain;
}

/** A line without the sign that psql puts where a value goes on in the next one. */
function uncontinued(line: string): string {
  return line.trimEnd().replace(/[+↵]$/, '').trimEnd();
}

/** A line without the bar that ends it in a table. */
function withoutBar(line: string): string {
  const text = line.trimEnd();
  return /[|│║]$/.test(text) ? text.slice(0, -1) : text;
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
const frame = /^(?:QUERY PLAN|[-─═+┼┬┴├┤┌┐└┘╔╗╚╝╠╣╟╢╞╡| ]{3,}|[┌├+]?[-─]\[ ?\S+ \d+ ?\].*|\(\d+ [^()]*\))$/;

/** A line that broke off inside the figures of a node. */
const openFigures = /\((?:cost=|actual )[^)]*$/;

/** A line that begins where EXPLAIN lets one begin, so that the one before it was only as long as those that were cut. */
const ownLine = /^\s*(?:->|[A-Z][\w/ -]{1,40}: )/;

/** Where the cut fell between two figures, their space went with it. */
const nextFigure = /^(?:rows|width|loops)=/;

/** The dots between two figures, and the digit after them. */
const betweenFigures = /(?:cost=\d+\.\d\d|time=\d+\.\d{3})\.\.\d$/;

/** Lines as they were before a terminal cut each one at its own width: seen by figures that break off there. */
function joinCut(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.length < LONGEST && /\((?:cost=|actual )/.test(line));
  if (start < 0) return lines;
  const plan = lines.slice(start);
  const width = plan.reduce((widest, { length }) => Math.max(widest, length), 0);
  const ends = plan.flatMap((line, at) => (line.length === width ? [line + (plan[at + 1] ?? '')] : []));
  if (width > LONGEST || !ends.some((end) => openFigures.test(end.slice(0, width)))) return lines;
  // psql marks both sides of the places where it cuts; the dots between two figures may look like that.
  const isMarked = (end: string) =>
    end.slice(width - 1, width + 1) === '..' && !betweenFigures.test(end.slice(0, width + 2));
  if (ends.every(isMarked)) return lines;
  const joined: string[] = [];
  let goesOn = false;
  for (const line of plan) {
    if (goesOn && !ownLine.test(line)) joined[joined.length - 1] += nextFigure.test(line) ? ` ${line}` : line;
    else joined.push(line);
    goesOn = line.length === width;
  }
  return joined;
}

/** Lines as they were before psql wrapped them, which puts a `.` where it cuts and one where it goes on. */
function joinSigned(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  return text.includes('.\n.') ? text.replaceAll('.\n.', '').split('\n') : lines;
}

/** Lines of a column that was copied with the quotes around each value, of which the first and the last may be lost. */
function withoutQuotes(lines: readonly string[]): readonly string[] {
  const heading = lines.find((line) => line.length < LONGEST && /\((?:cost=|actual )/.test(line));
  const quote = /\)(["'])[,;]?\s*$/.exec(heading ?? '')?.[1];
  if (quote === undefined) return lines;
  const around = new RegExp(`^\\s*${quote}|${quote}[,;]?\\s*$`, 'g');
  return lines.map((line) => line.replace(around, '').replaceAll('""', '"'));
}

/** Lines of a plan in EXPLAIN's text form, without what stands around it and without the indentation they share. */
export function bareLines(text: string): readonly string[] {
  const lines = withoutQuotes(joinSigned(joinCut(restore(text).split('\n')))).filter(
    (line) => line.trim() !== '' && !frame.test(line.trim()),
  );
  const first = lines.find(
    (line) => line.length < LONGEST && /\((?:cost=|actual )/.test(line) && firstNode.test(line),
  );
  const prefix = first && prefixOf(first);
  const framed = /[|│║]\s*$/.test(first ?? '');
  return lines.map((line) => {
    const inside = prefix === undefined ? line : line.replace(prefix, '');
    return uncontinued(framed ? withoutBar(inside) : inside);
  });
}

/** What psql prints before each line of a value. */
const before = /^\s*(?:[|│║]\s*)?(?:QUERY PLAN\s*)?[|│║] ?/;

/** The JSON in a text, without what stands around it; empty where there is none. */
export function bareJson(text: string): string {
  const plain = text.includes('""Plan""') ? text.replaceAll('""', '"') : text;
  const lines = joinSigned(restore(plain).split('\n')).map((line) =>
    uncontinued(withoutBar(line.replace(before, ''))),
  );
  const start = lines.findIndex((line) => /^\s*"?[[{]/.test(line));
  const body = lines.slice(Math.max(0, start)).join('\n');
  const end = Math.max(body.lastIndexOf(']'), body.lastIndexOf('}'));
  return start < 0 ? '' : body.slice(body.search(/[[{]/), end + 1);
}
