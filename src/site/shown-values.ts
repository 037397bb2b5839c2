/** So many sets of values stand beside a query. */
const MOST = 3;

const shownValue = (value: unknown) => (value === '' ? "''" : String(value ?? 'null'));

/**
 * The values that a query is shown with, as the page has them: pieces that are each kept in one line, where it has the room.
 * Empty where it takes none.
 */
export function shownInWords(shown: readonly (readonly unknown[])[]): readonly string[] {
  const taken = shown.filter((values) => values.length > 0).slice(0, MOST);
  return taken.flatMap((values, set) =>
    values.map((value, index) => {
      const isLast = index === values.length - 1;
      const after = isLast ? (set === taken.length - 1 ? '' : ';') : ',';
      return `$${index + 1} = ${shownValue(value)}${after}`;
    }),
  );
}
