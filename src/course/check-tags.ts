import type { ComponentProps } from './component-props.ts';
import type { LessonSource, SourceError, TagUse } from './lesson-source.ts';

/** Elements of HTML that a component may be called after. */
const HTML = new Set(
  'code data details dialog figure form link map mark menu section source summary table template time'.split(
    ' ',
  ),
);

function whatIsWrong({ name, attributes }: TagUse, meant: string, props: ComponentProps): string | undefined {
  if (!HTML.has(name)) return `<${name}> is no component, and nothing of HTML`;
  const prop = props.get(meant)?.find((one) => attributes.includes(one.name));
  return prop && `<${name}> is HTML, which takes no “${prop.name}”`;
}

/** Components of the vocabulary that are written in lower case: the page would show nothing of them, or their text alone. */
export function checkTags(
  { file, tags }: LessonSource,
  vocabulary: readonly string[],
  props: ComponentProps,
): readonly SourceError[] {
  return tags.flatMap((tag) => {
    const plain = tag.name.toLowerCase().replaceAll('-', '');
    const meant = vocabulary.find((name) => name.toLowerCase() === plain);
    const what = meant && whatIsWrong(tag, meant, props);
    const { line, column } = tag;
    return what ? [{ file, line, column, what, fix: `write <${meant}>` }] : [];
  });
}
