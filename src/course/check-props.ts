import { nearest } from '../exercise/issue-in-words.ts';
import { type ComponentProp, type ComponentProps, misfit } from './component-props.ts';
import type { ComponentUse, LessonSource, SourceError } from './lesson-source.ts';

type Mistake = readonly [what: string, fix: string];

/** Components whose own rules say what is missing, in better words. */
const RULED = ['Sql', 'Figure', 'Predict', 'Recall', 'Exercises'];

/** Markup that Astro itself reads on any component. */
const ANYWHERE = ['slot', 'class', 'client:load', 'client:visible', 'client:idle', 'set:html'];

function checkUse({ name, attributes }: ComponentUse, props: readonly ComponentProp[]): readonly Mistake[] {
  const known = props.map((prop) => prop.name);
  const unknown = Object.keys(attributes).filter((key) => !known.includes(key) && !ANYWHERE.includes(key));
  const list = known.length === 0 ? `<${name}> takes none: take it out` : `it takes ${known.join(', ')}`;
  return [
    ...unknown.map((key): Mistake => {
      const near = nearest(key, known);
      return [`there is no prop “${key}”`, near === undefined ? list : `write ${near}`];
    }),
    ...props.flatMap((prop): readonly Mistake[] => {
      if (!(prop.name in attributes))
        return prop.optional || RULED.includes(name)
          ? []
          : [[`the prop “${prop.name}” is missing`, `add ${prop.name}=`]];
      const wanted = misfit(prop.type, attributes[prop.name]);
      return wanted === undefined
        ? []
        : [[`“${prop.name}” is ${JSON.stringify(attributes[prop.name])}`, `write ${wanted}`]];
    }),
  ];
}

/** Props that a component does not know, lacks, or cannot read. Components with no known props are left alone. */
export function checkProps(lesson: LessonSource, components: ComponentProps): readonly SourceError[] {
  const { file } = lesson;
  return lesson.components.flatMap((use) => {
    const props = lesson.imported.includes(use.name) ? undefined : components.get(use.name);
    const { line, column, name } = use;
    return (props ? checkUse(use, props) : []).map(([what, fix]) => ({
      file,
      line,
      column,
      what: `<${name}>: ${what}`,
      fix,
    }));
  });
}
