import { z } from 'zod';
import { CHECK_KINDS, checkSchema } from '../checks/all-checks.ts';
import { bytes, change, share } from '../checks/amounts.ts';
import { claimSchema } from '../course/claim.ts';
import { courseConfigSchema } from '../course/course-config.ts';
import { lessonFrontMatterSchema } from '../course/front-matter.ts';
import { datasetSchema, specSchema } from '../exercise/spec.ts';

/** A key of a format. */
export interface Key {
  readonly name: string;
  readonly required: boolean;
  /** What may be written, in words. */
  readonly takes: string;
  readonly about: string;
}

export interface KeyTable {
  readonly title: string;
  readonly about: string;
  readonly keys: readonly Key[];
}

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown, key: string): string {
  const found = get(value, key);
  return typeof found === 'string' ? found : '';
}

function bounds(schema: unknown): string {
  const [least, most] = [get(schema, 'minimum'), get(schema, 'maximum')];
  if (typeof least !== 'number' || typeof most !== 'number' || Math.abs(most) > 1e9) return '';
  return ` from ${least} to ${most}`;
}

/** ` of 10 to 160 letters`; nothing where all that is asked is that there is something. */
function length(schema: unknown, size: 'Length' | 'Items', unit: string): string {
  const [least, most] = [get(schema, `min${size}`), get(schema, `max${size}`)];
  const from = typeof least === 'number' && least > 1 ? least : undefined;
  if (typeof most === 'number')
    return from === undefined ? ` of at most ${most}${unit}` : ` of ${from} to ${most}${unit}`;
  return from === undefined ? '' : ` of at least ${from}${unit}`;
}

const patternOf = (schema: unknown): string => text(schema, 'pattern');

/** Texts of one form, by their pattern: what the check says where something else is written. */
function forms(): ReadonlyMap<string, string> {
  return new Map(
    [share, change, bytes].map((schema) => {
      const said = schema.safeParse(0).error?.issues[0]?.message ?? '';
      return [patternOf(z.toJSONSchema(schema)), said] as const;
    }),
  );
}

function takesText(schema: unknown): string {
  if (text(schema, 'format') === 'uri') return 'an address';
  const form = forms().get(patternOf(schema));
  if (form !== undefined) return form;
  const kind = patternOf(schema).startsWith('^[a-z0-9]+(-') ? 'text in kebab-case' : 'text';
  return `${kind}${length(schema, 'Length', ' letters')}`;
}

/** What a JSON Schema lets an author write. */
function takes(schema: unknown): string {
  const choices = list(get(schema, 'enum')).map(String);
  if (choices.length > 12) return `one of ${choices.slice(0, 6).join(', ')}, … (${choices.length} in all)`;
  if (choices.length > 0) return `one of ${choices.join(', ')}`;
  if (get(schema, 'const') !== undefined) return String(get(schema, 'const'));
  const any = [...list(get(schema, 'anyOf')), ...list(get(schema, 'oneOf'))];
  if (any.length > 0) return [...new Set(any.map(takes))].join(' or ');
  const type = text(schema, 'type');
  if (type === 'array')
    return `a list${length(schema, 'Items', '')}: ${takes(get(schema, 'items')) || 'see below'}`;
  if (type === 'string') return takesText(schema);
  if (type === 'boolean') return 'true or false';
  if (type === 'integer' || type === 'number')
    return `a ${type === 'integer' ? 'whole ' : ''}number${bounds(schema)}`;
  return type === 'object' ? 'keys of its own' : '';
}

function keysOf(schema: unknown): readonly Key[] {
  const properties = get(schema, 'properties');
  const required = list(get(schema, 'required'));
  return Object.entries(typeof properties === 'object' && properties !== null ? properties : {}).map(
    ([name, value]) => ({
      name,
      required: required.includes(name),
      takes: takes(value),
      about: text(value, 'description'),
    }),
  );
}

function table(title: string, schema: unknown, about = text(schema, 'description')): KeyTable {
  return { title, about, keys: keysOf(schema) };
}

const json = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
const itemsOf = (schema: unknown, key: string): unknown => get(get(get(schema, 'properties'), key), 'items');

/** Every key of every format, from the schemas that the check uses. */
function keyTables(): readonly KeyTable[] {
  const exercise = json(specSchema);
  const lesson = json(lessonFrontMatterSchema);
  const dataset = json(datasetSchema);
  const course = json(courseConfigSchema);
  const kinds = list(get(json(checkSchema), 'oneOf'));
  const kindOf = (schema: unknown) => get(get(get(schema, 'properties'), 'kind'), 'const');
  const checks = CHECK_KINDS.map((kind) => {
    const found = kinds.find((schema) => kindOf(schema) === kind);
    return table(`Check: ${kind}`, found);
  });
  return [
    table('exercise.mdx', exercise, 'The front matter of an exercise.'),
    table('workload', itemsOf(exercise, 'workload'), 'One of its queries.'),
    table('variants', itemsOf(exercise, 'variants'), 'A changed copy of the data, for a rewrite.'),
    table(
      'equivalent-mutants',
      itemsOf(exercise, 'equivalent-mutants'),
      'A mutant that no data can tell apart.',
    ),
    ...checks,
    table('A lesson', lesson, 'The front matter of a lesson.'),
    table('expect', json(claimSchema), 'What a lesson claims of a block. Every key that is there must hold.'),
    table('dataset.yaml', dataset, 'What is in a dataset.'),
    table('tables', itemsOf(dataset, 'tables'), 'One of its tables.'),
    table('planwright.config.yaml', course, 'A course of one’s own.'),
    table('modules', itemsOf(course, 'modules'), 'One of its modules.'),
  ];
}

/** Words as a cell holds them: outside of code, what looks like a tag would vanish. */
function cell(words: string): string {
  const parts = words.replaceAll('|', '\\|').replaceAll('\n', ' ').split('`');
  return parts.map((part, at) => (at % 2 === 0 ? part.replaceAll('<', '\\<') : part)).join('`');
}

/** The tables as Markdown. */
export function writeKeyTables(): string {
  return keyTables()
    .map(({ title, about, keys }) => {
      const rows = keys.map(
        ({ name, required, takes: what, about: said }) =>
          `| \`${name}\` | ${required ? 'yes' : ''} | ${cell(what)} | ${cell(said)} |`,
      );
      const head = '| key | needed | takes | what it is |\n| --- | --- | --- | --- |';
      return `### ${title}\n\n${about}\n\n${head}\n${rows.join('\n')}\n`;
    })
    .join('\n');
}

/** Puts a generated part between its marks. Throws where the text has no such marks. */
export function putPart(text: string, name: string, part: string): string {
  const marks = new RegExp(`(<!-- generated: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
  if (!marks.test(text)) throw new Error(`there is no place for “${name}”`);
  return text.replace(marks, (_, begin: string, end: string) => `${begin}\n${part.trim()}\n\n${end}`);
}
