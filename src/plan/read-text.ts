import type { Fields } from './fields.ts';
import { parseHeading, parseTarget } from './read-text-heading.ts';
import { addProperty, type Holder } from './read-text-property.ts';
import { addSummary, startsSummary } from './read-text-summary.ts';
import { bareLines } from './unwrap-paste.ts';

type Draft = Record<string, unknown>;

/** A node that is being read. */
interface Open extends Holder {
  /** How far the lines that belong to it are indented. */
  readonly inside: number;
  /** The name of the sub-plan that comes next. */
  label?: string;
}

/**
 * Turns EXPLAIN's text form into what EXPLAIN (FORMAT JSON) would have said, as far as the text tells. Undefined where
 * the text holds no plan. What psql prints around a plan is left out.
 */
export function parseText(text: string): Fields | undefined {
  const lines = cleanLines(text);
  const [first, ...all] = lines;
  const root = first === undefined ? undefined : parseHeading(first.trim());
  if (root === undefined) return undefined;
  const next = all.findIndex(startsPlan);
  const rest = next < 0 ? all : all.slice(0, next);
  // Without its indentation nobody knows what hangs below what.
  if (rest.some((line) => line.startsWith('->'))) return undefined;
  const source: Draft = { Plan: root };
  const stack: Open[] = [{ fields: root, inside: 2 }];
  const end = rest.findIndex(startsSummary);
  for (const line of end < 0 ? rest : rest.slice(0, end)) readLine(line, stack);
  addSummary(source, end < 0 ? [] : rest.slice(end));
  fillBuffers(root, text.includes('Buffers:'));
  return source;
}

/** The lines of the first plan, without the indentation they all share. */
function cleanLines(text: string): readonly string[] {
  const lines = bareLines(text);
  const start = lines.findIndex(
    (line) => /\(cost=|\(actual |\(never executed\)/.test(line) || parseHeading(line.trim()),
  );
  const body = start < 0 ? [] : joinWrapped(lines.slice(start));
  const shared = (body[0] ?? '').search(/\S/);
  return body.map((line) => (line.slice(0, shared).trim() === '' ? line.slice(shared) : line.trimStart()));
}

/** True where the plan of another statement begins. */
function startsPlan(line: string): boolean {
  return /^[^\s-]/.test(line) && /\((?:cost=|actual )/.test(line) && parseHeading(line) !== undefined;
}

/** No heading is longer. */
const longest = 2000;

/** Figures that were broken: between two of them there was a space, inside of one there was none. */
function joinFigures(before: string, after: string): string {
  const isInside = /[\d.]$/.test(before) && /^[\d.)]/.test(after);
  return isInside ? before + after : `${before} ${after}`;
}

/** A heading that was broken off inside its figures goes on in the next line. */
function joinWrapped(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1) ?? '';
    const open =
      before.length < longest &&
      (/\((?:cost=|actual )[^)]*$/.test(before) || /^\s*\(actual (?:time|rows)=/.test(line));
    if (open && joined.length > 0) joined[joined.length - 1] = joinFigures(before, line.trim());
    else joined.push(line);
  }
  return joined;
}

/** PostgreSQL 8 did not number them. */
const label = /^(?:CTE [^:]*|(?:InitPlan|SubPlan)(?: [^:]*)?)$/;

function readLine(line: string, stack: Open[]): void {
  const at = line.search(/\S/);
  const content = line.trim();
  const holder = ownerOf(stack, at);
  const fields = content.startsWith('->') ? parseHeading(content.slice(2).trim()) : undefined;
  if (fields !== undefined) {
    addChild(holder, fields);
    stack.push({ fields, inside: at + 6 });
  } else if (label.test(content)) holder.label = content;
  else if (!addTarget(holder.fields, content)) addProperty(holder, content, at);
}

/** The node to which a line with that indentation belongs; nodes that end before it are closed. */
function ownerOf(stack: Open[], at: number): Open {
  while (stack.length > 1 && (stack.at(-1)?.inside ?? 0) > at) stack.pop();
  return stack.at(-1) ?? { fields: {}, inside: 0 };
}

function addChild(parent: Open, fields: Draft): void {
  const plans = Array.isArray(parent.fields.Plans) ? parent.fields.Plans : [];
  const { label: name } = parent;
  const inputs = plans.filter((plan) => /^(Outer|Inner)$/.test(plan['Parent Relationship'])).length;
  fields['Parent Relationship'] = name === undefined ? inputOf(parent.fields, inputs) : subplanOf(name);
  if (name !== undefined) fields['Subplan Name'] = name;
  delete parent.label;
  parent.fields.Plans = [...plans, fields];
}

const subplanOf = (name: string) => (name.startsWith('SubPlan') ? 'SubPlan' : 'InitPlan');

function inputOf(parent: Draft, inputs: number): string {
  const kind = String(parent['Node Type']);
  if (['Append', 'Merge Append', 'BitmapAnd', 'BitmapOr'].includes(kind)) return 'Member';
  if (kind === 'Subquery Scan') return 'Subquery';
  return inputs === 0 ? 'Outer' : 'Inner';
}

/** `Update on events_q1 events_1` below a write to several tables. */
function addTarget(holder: Draft, content: string): boolean {
  const target = /^(?:Insert|Update|Delete|Merge)( on .*)$/.exec(content)?.[1];
  if (target === undefined || holder['Node Type'] !== 'ModifyTable') return false;
  const tables = Array.isArray(holder['Target Tables']) ? holder['Target Tables'] : [];
  holder['Target Tables'] = [...tables, parseTarget(target, 'Relation Name')];
  return true;
}

/** A node without a `Buffers` line in a plan that has them touched no page. */
function fillBuffers(fields: Draft, known: boolean): void {
  if (known && fields['Actual Loops'] !== undefined && fields['Shared Hit Blocks'] === undefined) {
    fields['Shared Hit Blocks'] = 0;
  }
  for (const child of Array.isArray(fields.Plans) ? fields.Plans : []) fillBuffers(child, known);
}
