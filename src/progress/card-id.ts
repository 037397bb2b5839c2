/** The id of a question's card: `recall:<module>/<lesson>#<id>`. */
export function recallCardId(lesson: string, id: string): string {
  return `recall:${lesson}#${id}`;
}

/** The id of an exercise's card. */
export function exerciseCardId(id: string): string {
  return `exercise:${id}`;
}

/** What a card's id names; undefined for ids of another version. */
export function readCardId(
  id: string,
):
  | { readonly kind: 'recall'; readonly lesson: string; readonly element: string }
  | { readonly kind: 'exercise'; readonly exercise: string }
  | undefined {
  const recall = /^recall:([^#]+)#(.+)$/.exec(id);
  if (recall) return { kind: 'recall', lesson: recall[1] ?? '', element: recall[2] ?? '' };
  const exercise = /^exercise:(.+)$/.exec(id)?.[1];
  return exercise === undefined ? undefined : { kind: 'exercise', exercise };
}
