import { withExclusive } from './exclusive.ts';
import { type Fields, isFields, present, readFields, readList, readNumber, readText } from './fields.ts';
import type { Plan, TriggerTime } from './plan.ts';
import { readBuffers } from './read-actual.ts';
import { readNode } from './read-node.ts';
import { parseText } from './read-text.ts';
import { bareJson } from './unwrap-paste.ts';

/** A plan, or a sentence that says why it is none. */
export type PlanRead =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'not-a-plan'; readonly message: string };

/** Deeper plans are refused: PostgreSQL makes none, and reading is recursive. */
const deepest = 400;

/** Reads the output of EXPLAIN: the JSON array, the object in it, or as text either of them or the text form. Never throws. */
export function readPlan(json: unknown): PlanRead {
  const value = typeof json === 'string' ? parse(json) : json;
  if (value === undefined) return refuse(explainUnreadable(String(json)));
  const source = (Array.isArray(value) ? value : [value]).find(holdsPlan);
  if (source === undefined) return refuse(explainAbsence(value));
  const tree = readFields(source, 'Plan') ?? {};
  const fault = findFault(tree);
  return fault === undefined ? { kind: 'plan', plan: assemble(source, tree) } : refuse(fault);
}

function refuse(message: string): PlanRead {
  return { kind: 'not-a-plan', message };
}

/** JSON that holds a plan, else the text form, else whatever JSON there is. */
function parse(text: string): unknown {
  const found = [parseJson(text), parseJson(bareJson(text))].filter((value) => value !== undefined);
  const [string] = found.filter((value) => typeof value === 'string');
  const inside = string === undefined ? undefined : parseJson(string);
  return [...found, inside].find(mayHoldPlan) ?? parseText(text) ?? found[0];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const mayHoldPlan = (value: unknown) => (Array.isArray(value) ? value : [value]).some(holdsPlan);

/** Why a text is no plan, as far as it shows: what is cut or in another form can be copied again. */
function explainUnreadable(text: string): string {
  if (/^\s*(?:<explain|<\/?Plan>)|<Node-Type>/m.test(text) || /^[\s-]*Node Type: /m.test(text))
    return 'This is a plan as YAML or XML. Only the text form and JSON are read here: use EXPLAIN without FORMAT, or with FORMAT JSON.';
  if (/"Node Type"/.test(text))
    return 'This JSON is not whole: it was cut off on its way. Copy all that EXPLAIN (FORMAT JSON) gave.';
  if (/^[\s|│>]*->\s+\w.*\((?:cost=|actual )/m.test(text))
    return 'The first line of this plan is missing, or its lines have lost their indentation. Copy it from the line that has no arrow (->) on.';
  return 'This is no plan: neither JSON nor the text of EXPLAIN. Copy all that EXPLAIN (FORMAT JSON) gave.';
}

function holdsPlan(value: unknown): value is Fields {
  return isFields(value) && isFields(value.Plan);
}

function explainAbsence(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return 'This is an empty list: EXPLAIN gave no plan.';
  if (isFields(value) && typeof value['Node Type'] === 'string') {
    return 'This is one node of a plan. Copy the whole output of EXPLAIN, with "Plan" around it.';
  }
  const statements = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
  if (statements.length > 0)
    return 'This statement has no plan: EXPLAIN shows queries, not utility statements.';
  return 'This JSON holds no plan: there is no "Plan" in it.';
}

/** What makes a tree unreadable, or undefined. */
function findFault(tree: Fields): string | undefined {
  let level: readonly Fields[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest)
      return `This plan is more than ${deepest} levels deep, which no plan of PostgreSQL is.`;
    if (level.some((node) => readText(node, 'Node Type') === undefined)) {
      return 'A node of this plan has no "Node Type": it is not whole, or not from EXPLAIN (FORMAT JSON).';
    }
    level = level.flatMap((node) => readList(node, 'Plans'));
  }
  return undefined;
}

function assemble(source: Fields, tree: Fields): Plan {
  const planning = readFields(source, 'Planning');
  const jit = readFields(source, 'JIT');
  const serialization = readFields(source, 'Serialization');
  return present<Plan>({
    root: withExclusive(readNode(tree)),
    settings: readSettings(source),
    planningMs: readNumber(source, 'Planning Time'),
    executionMs: readNumber(source, 'Execution Time'),
    planningBuffers: planning && readBuffers(planning),
    triggers: readList(source, 'Triggers').map(readTrigger),
    jitMs: jit && readJitMs(jit),
    serializationMs: serialization && readNumber(serialization, 'Time'),
    analyzed: readNumber(tree, 'Actual Loops') !== undefined,
    costed: readNumber(tree, 'Total Cost') !== undefined,
    source,
  });
}

function readSettings(source: Fields): Readonly<Record<string, string>> {
  const settings = Object.entries(readFields(source, 'Settings') ?? {});
  return Object.fromEntries(settings.map(([name, value]) => [name, String(value)]));
}

function readTrigger(fields: Fields): TriggerTime {
  return present<TriggerTime>({
    name: readText(fields, 'Trigger Name') ?? 'unnamed',
    constraint: readText(fields, 'Constraint Name'),
    relation: readText(fields, 'Relation'),
    ms: readNumber(fields, 'Time') ?? 0,
    calls: readNumber(fields, 'Calls') ?? 0,
  });
}

function readJitMs(jit: Fields): number | undefined {
  const timing = readFields(jit, 'Timing');
  return timing && readNumber(timing, 'Total');
}
