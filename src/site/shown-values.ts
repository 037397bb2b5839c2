/** So many sets of values stand beside a query. */
const MOST = 3;

const shownValue = (value: unknown) => (value === '' ? "''" : String(value ?? 'null'));

/** A value stays in the line of its name where it can. */
const valuesOf = (values: readonly unknown[]) =>
  values.map((value, index) => `$${index + 1}\u00a0=\u00a0${shownValue(value)}`).join(', ');

/** The values that a query is shown with, as the page has them; undefined where it takes none. */
export function shownInWords(shown: readonly (readonly unknown[])[]): string | undefined {
  const taken = shown.filter((values) => values.length > 0).slice(0, MOST);
  return taken.length > 0 ? taken.map(valuesOf).join('; ') : undefined;
}
