/** A question as the page has it, in the order of the course. */
export interface Asked {
  readonly key: string;
  readonly lesson: { readonly href: string; readonly title: string };
  readonly module: { readonly title: string };
}

export type Suggestion =
  | { readonly kind: 'unfinished'; readonly left: number }
  /** Begin with the lesson of the first question that was missed. */
  | { readonly kind: 'begin'; readonly at: Asked; readonly right: number; readonly of: number }
  | { readonly kind: 'all-right'; readonly of: number };

/** Where to begin, by which questions were answered right (true) or wrong (false); the course builds on what comes first. */
export function suggest(asked: readonly Asked[], answers: Readonly<Record<string, boolean>>): Suggestion {
  const left = asked.filter(({ key }) => answers[key] === undefined).length;
  if (left > 0) return { kind: 'unfinished', left };
  const first = asked.find(({ key }) => answers[key] === false);
  const right = asked.filter(({ key }) => answers[key] === true).length;
  return first
    ? { kind: 'begin', at: first, right, of: asked.length }
    : { kind: 'all-right', of: asked.length };
}
