/** The ids of the checks that the grader adds to an author's own. */
export const ADDED_IDS = ['unchanged', 'made-by-you', 'nothing-idle'] as const;

/** The id of a check that the grader adds, which is its kind as well. */
export type AddedId = (typeof ADDED_IDS)[number];

/** Whether a check is one that Planwright adds, and no line of the exercise. */
export function isAdded({ id }: { readonly id: string }): boolean {
  return ADDED_IDS.some((added) => added === id);
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
