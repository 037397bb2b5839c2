import { type ComponentType, lazy } from 'react';

/** How each part whose loading failed forgets that. */
const failed = new Set<() => void>();

/** A part of the page that is loaded when it is first drawn. Where that fails, it stays so until `loadAgain`. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const make = () =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (thrown) {
        failed.add(forget);
        throw thrown;
      }
    });
  let Part: ComponentType<Props> = make();
  const forget = () => {
    Part = make();
  };
  return function Late(props: Props) {
    return <Part {...props} />;
  };
}

/** Lets what failed to load try once more when it is drawn next: React keeps such a failure for good. */
export function loadAgain(): void {
  for (const forget of failed) forget();
  failed.clear();
}
