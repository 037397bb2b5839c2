import type { Problem } from '../problems.ts';

/** What a problem is about, its figures left out: they differ between engines. */
function about({ file, line, what }: Problem): string {
  return `${file} ${line} ${what.replace(/:.*/s, '')}`;
}

export interface ByEngine {
  /** The author's mistakes: the embedded engine finds them too. */
  readonly both: readonly Problem[];
  /** Found on the server alone, and said so. */
  readonly only: readonly Problem[];
}

/** Tells what is wrong everywhere from what is wrong on the server alone. `fix` is what to do about the latter. */
export function onlyThere(there: readonly Problem[], here: readonly Problem[], fix: string): ByEngine {
  const known = new Set(here.map(about));
  return {
    both: there.filter((problem) => known.has(about(problem))),
    only: there
      .filter((problem) => !known.has(about(problem)))
      .map((problem) => ({ ...problem, what: `on this server, ${problem.what}`, fix })),
  };
}
