/** The ids of the checks that the grader adds to an author's own. */
const ADDED: ReadonlySet<string> = new Set(['unchanged', 'made-by-you', 'nothing-idle']);

/** Whether a check is one that Planwright adds, and no line of the exercise. */
export function isAdded({ id }: { readonly id: string }): boolean {
  return ADDED.has(id);
}

interface Counted {
  readonly id: string;
  readonly state: string;
}

const passedOf = (checks: readonly Counted[]): string =>
  `${checks.filter(({ state }) => state === 'passed').length} of ${checks.length}`;

/** `5 of 5 checks, and 2 of 2 of Planwright’s own`: what the author wrote is counted by itself. */
export function countPassed(checks: readonly Counted[]): string {
  const [added, written] = [checks.filter(isAdded), checks.filter((check) => !isAdded(check))];
  const more = added.length === 0 ? '' : `, and ${passedOf(added)} of Planwright’s own`;
  return `${passedOf(written)} checks${more}`;
}
