import { type Fields, readFields, readList, readNumber, readText } from './fields.ts';
import type { Plan } from './plan.ts';
import { bufferLines, fixed } from './print-buffers.ts';
import { printHeading } from './print-heading.ts';
import { printProperties } from './print-properties.ts';

/** The plan as psql shows EXPLAIN's text form, one string with line ends, without the heading and the row count. */
export function printText(plan: Plan): string {
  const { source } = plan;
  const tree = readFields(source, 'Plan') ?? {};
  const verbose = JSON.stringify(tree).includes('"Output":');
  return [
    ...printNode(tree, 0, verbose),
    ...printSettings(plan),
    ...printQueryId(source),
    ...printPlanning(source),
    ...printTime(source, 'Planning Time'),
    ...printTriggers(source, verbose),
    ...printJit(source),
    ...printSerialization(source),
    ...printTime(source, 'Execution Time'),
  ].join('\n');
}

const indented = (lines: readonly string[], depth: number) => lines.map((line) => '  '.repeat(depth) + line);

/** `depth`: how many steps of two spaces stand before the node. */
function printNode(fields: Fields, depth: number, verbose: boolean): readonly string[] {
  const label = readText(fields, 'Subplan Name');
  const at = label === undefined ? depth : depth + 1;
  const arrow = at > 0 ? '->  ' : '';
  const inside = at > 0 ? at + 3 : 1;
  return [
    ...(label === undefined ? [] : indented([label], depth)),
    ...indented([arrow + printHeading(fields)], at),
    ...indented(printProperties(fields, verbose), inside),
    ...readList(fields, 'Plans').flatMap((child) => printNode(child, inside, verbose)),
  ];
}

function printSettings(plan: Plan): readonly string[] {
  const settings = Object.entries(plan.settings).map(([name, value]) => `${name} = '${value}'`);
  return settings.length > 0 ? [`Settings: ${settings.join(', ')}`] : [];
}

function printQueryId(source: Fields): readonly string[] {
  const id = source['Query Identifier'];
  return id === undefined ? [] : [`Query Identifier: ${id}`];
}

function printPlanning(source: Fields): readonly string[] {
  const planning = readFields(source, 'Planning');
  if (planning === undefined) return [];
  const used = readNumber(planning, 'Memory Used');
  const memory = `Memory: used=${used}kB  allocated=${readNumber(planning, 'Memory Allocated')}kB`;
  const lines = [...bufferLines(planning), ...(used === undefined ? [] : [memory])];
  return lines.length > 0 ? ['Planning:', ...indented(lines, 1)] : [];
}

function printTime(source: Fields, key: string): readonly string[] {
  const ms = readNumber(source, key);
  return ms === undefined ? [] : [`${key}: ${fixed(ms, 3)} ms`];
}

function printTriggers(source: Fields, verbose: boolean): readonly string[] {
  const triggers = readList(source, 'Triggers');
  const several = new Set(triggers.map((trigger) => trigger.Relation)).size > 1;
  return triggers.map((trigger) => {
    const constraint = readText(trigger, 'Constraint Name');
    const name = verbose || constraint === undefined ? ` ${readText(trigger, 'Trigger Name')}` : '';
    const of = constraint === undefined ? '' : ` for constraint ${constraint}`;
    const on = several ? ` on ${readText(trigger, 'Relation')}` : '';
    const ms = readNumber(trigger, 'Time');
    const time = ms === undefined ? '' : `time=${fixed(ms, 3)} `;
    return `Trigger${name}${of}${on}: ${time}calls=${readNumber(trigger, 'Calls')}`;
  });
}

function printJit(source: Fields): readonly string[] {
  const jit = readFields(source, 'JIT');
  const timing = jit && readFields(jit, 'Timing');
  if (jit === undefined || timing === undefined) return [];
  const options = Object.entries(readFields(jit, 'Options') ?? {}).map(([name, value]) => `${name} ${value}`);
  const times = Object.entries(timing).map(([name, value]) => `${name} ${printJitTime(value, timing, name)}`);
  const lines = [`Functions: ${readNumber(jit, 'Functions')}`, `Options: ${options.join(', ')}`];
  return ['JIT:', ...indented([...lines, `Timing: ${times.join(', ')}`], 1)];
}

/** PostgreSQL 17 and later break `Generation` down. */
function printJitTime(value: unknown, timing: Fields, name: string): string {
  if (typeof value === 'number') return `${fixed(value, 3)} ms`;
  const parts = readFields(timing, name) ?? {};
  return `${fixed(readNumber(parts, 'Total') ?? 0, 3)} ms (Deform ${fixed(readNumber(parts, 'Deform') ?? 0, 3)} ms)`;
}

function printSerialization(source: Fields): readonly string[] {
  const fields = readFields(source, 'Serialization');
  if (fields === undefined) return [];
  const ms = readNumber(fields, 'Time');
  const time = ms === undefined ? '' : `time=${fixed(ms, 3)} ms  `;
  const line = `Serialization: ${time}output=${fields['Output Volume']}kB  format=${fields.Format}`;
  return [line, ...indented(bufferLines(fields), 1)];
}
