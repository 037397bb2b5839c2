/** A prop of a lesson component, as its source declares it. */
export interface ComponentProp {
  readonly name: string;
  readonly optional: boolean;
  /** The TypeScript type, as written. */
  readonly type: string;
  /** Its doc comment, on one line; empty where there is none. */
  readonly about: string;
}

/** A component of the vocabulary: its props by name. */
export type ComponentProps = ReadonlyMap<string, readonly ComponentProp[]>;

const FIELD = /(?:\/\*\*([\s\S]*?)\*\/\s*)?^[ \t]*(?:readonly )?['"]?([\w-]+)['"]?(\?)?:\s*([^;\n]+);/gm;

function inOneLine(comment: string): string {
  return comment
    .replace(/^\s*\*\s?/gm, '')
    .replace(/^- /gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Reads the `interface Props` of an Astro component: a component without one takes no props. Undefined where the
 * component takes what another one does (`interface Props extends`), which is not followed.
 */
export function readProps(source: string): readonly ComponentProp[] | undefined {
  if (/interface Props extends|type Props\b/.test(source)) return undefined;
  const body = /^interface Props \{\n([\s\S]*?)^\}/m.exec(source)?.[1] ?? '';
  return [...body.matchAll(FIELD)].map(([, about = '', name = '', optional, type = '']) => ({
    name,
    optional: optional === '?',
    type: type.trim(),
    about: inOneLine(about),
  }));
}

/** What a plain value must be for a prop's type; undefined where it fits or the type is another file's. */
export function misfit(type: string, value: unknown): string | undefined {
  const choices = type.split('|').map((part) => part.trim());
  if (choices.every((choice) => /^'[^']*'$/.test(choice))) {
    const words = choices.map((choice) => choice.slice(1, -1));
    return typeof value === 'string' && words.includes(value) ? undefined : `one of ${words.join(', ')}`;
  }
  if (type === 'string') return typeof value === 'string' ? undefined : 'text: "..."';
  if (type === 'number') return typeof value === 'number' ? undefined : 'a number: {5}';
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : 'nothing or {true}, not text';
  if (/^(readonly )?string\[\]$/.test(type)) {
    const fits = Array.isArray(value) && value.every((item) => typeof item === 'string');
    return fits ? undefined : "a list of texts: {['one', 'two']}";
  }
  return undefined;
}
