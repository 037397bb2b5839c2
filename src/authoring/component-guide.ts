import { type ComponentProp, readProps } from '../course/component-props.ts';

/** A component of the vocabulary, as the guide shows it. */
export interface GuidedComponent {
  readonly name: string;
  readonly props: readonly ComponentProp[];
  /** A lesson that uses it, `<module>/<lesson>`, and the lines that do. */
  readonly used: { readonly lesson: string; readonly source: string } | undefined;
}

const MOST_LINES = 14;

/** The first use of a component in a text, from its tag to its end; undefined where it is not used or is too long. */
function findUse(text: string, name: string): string | undefined {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => new RegExp(`^\\s*<${name}\\b`).test(line));
  if (from < 0) return new RegExp(`<${name}\\b[^>]*>(?:[^<]*</${name}>)?`).exec(text)?.[0];
  const rest = lines.slice(from);
  const alone = /\/>\s*$/.test(rest[0] ?? '');
  const until = alone ? 0 : rest.findIndex((line) => line.includes(`</${name}>`));
  const found = until < 0 ? [] : rest.slice(0, until + 1);
  return found.length === 0 || found.length > MOST_LINES ? undefined : found.join('\n');
}

/**
 * Every component with its props, from its source, and the shortest use that a lesson makes of it. `sources` and
 * `lessons` are texts by name.
 */
export function guideComponents(
  names: readonly string[],
  sources: ReadonlyMap<string, string>,
  lessons: ReadonlyMap<string, string>,
): readonly GuidedComponent[] {
  return names.map((name) => {
    const uses = [...lessons].flatMap(([lesson, text]) => {
      const source = findUse(text, name);
      return source === undefined ? [] : [{ lesson, source }];
    });
    const [used] = uses.sort((a, b) => a.source.length - b.source.length);
    return { name, props: readProps(sources.get(name) ?? '') ?? [], used };
  });
}
