import { addProperty } from './read-text-property.ts';
import { parseValue, splitList } from './split-list.ts';

type Draft = Record<string, unknown>;

/** True for the first line that belongs to the statement and to no node. */
export function startsSummary(line: string): boolean {
  return /^(Settings|Query Identifier|Planning|Planning Time|Planning time|Trigger .*|JIT|Serialization|Execution Time|Execution time|Total runtime)\b.*:/.test(
    line,
  );
}

/** Adds what stands below the tree: settings, planning, triggers, JIT, serialization and times. */
export function addSummary(source: Draft, lines: readonly string[]): void {
  let block: Draft | undefined;
  for (const line of lines) {
    const content = line.trim();
    if (/^\s/.test(line)) {
      if (block !== undefined) addBlockLine(block, content);
      continue;
    }
    block = addLine(source, content);
  }
}

/** Adds one line; gives the object to which indented lines after it belong. */
function addLine(source: Draft, content: string): Draft | undefined {
  if (content === 'Planning:' || content === 'JIT:') return open(source, content.slice(0, -1));
  const time = /^(Planning|Execution) [Tt]ime: ([\d.]+) ms$/.exec(content);
  if (time?.[1] !== undefined) source[`${time[1]} Time`] = Number(time[2]);
  const total = /^Total runtime: ([\d.]+) ms$/.exec(content)?.[1];
  if (total !== undefined) source['Execution Time'] = Number(total);
  if (content.startsWith('Settings: ')) source.Settings = parseSettings(content.slice(10));
  if (content.startsWith('Query Identifier: ')) source['Query Identifier'] = content.slice(18);
  if (content.startsWith('Trigger ')) addTrigger(source, content);
  const sent = /^Serialization: (?:time=([\d.]+) ms {2})?output=(\d+)kB {2}format=(\w+)$/.exec(content);
  if (sent === null) return undefined;
  const fields = open(source, 'Serialization');
  if (sent[1] !== undefined) fields.Time = Number(sent[1]);
  return Object.assign(fields, { 'Output Volume': Number(sent[2]), Format: sent[3] });
}

function open(source: Draft, key: string): Draft {
  const fields: Draft = {};
  source[key] = fields;
  return fields;
}

function addBlockLine(block: Draft, content: string): void {
  const memory = /^Memory: used=(\d+)kB {2}allocated=(\d+)kB$/.exec(content);
  if (memory) {
    Object.assign(block, { 'Memory Used': Number(memory[1]), 'Memory Allocated': Number(memory[2]) });
    return;
  }
  const found = /^(Options|Timing): (.*)$/.exec(content);
  if (found?.[1] === undefined) addProperty({ fields: block }, content);
  else block[found[1]] = Object.fromEntries(splitList(found[2] ?? '').map((item) => parseOption(item)));
}

/** `Inlining true`, `Generation 0.534 ms (Deform 0.1 ms)`. */
function parseOption(item: string): [string, unknown] {
  const [, name = item, value = '', deform] =
    /^(\w+) (\S+)(?: ms)?(?: \(Deform ([\d.]+) ms\))?$/.exec(item) ?? [];
  return [name, deform === undefined ? parseValue(value) : { Deform: Number(deform), Total: Number(value) }];
}

function parseSettings(text: string): Draft {
  return Object.fromEntries(
    [...text.matchAll(/([\w.]+) = '((?:[^']|'')*)'/g)].map(([, name, value]) => [name, value]),
  );
}

function addTrigger(source: Draft, content: string): void {
  const pattern =
    /^Trigger ?(.*?)(?: for constraint (\S+?))?(?: on (\S+?))?: (?:time=([\d.]+) )?calls=(\d+)$/;
  const found = pattern.exec(content.replace(/^Trigger for/, 'Trigger  for'));
  if (found === null) return;
  const [, name, constraint, relation, ms, calls] = found;
  const trigger: Draft = { 'Trigger Name': name?.trim() || constraint, Calls: Number(calls) };
  if (constraint !== undefined) trigger['Constraint Name'] = constraint;
  if (relation !== undefined) trigger.Relation = relation;
  if (ms !== undefined) trigger.Time = Number(ms);
  source.Triggers = [...(Array.isArray(source.Triggers) ? source.Triggers : []), trigger];
}
