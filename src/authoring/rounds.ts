import type { FoundSoFar } from './broken-pages.ts';
import type { Finding } from './findings.ts';

/** The rounds of the check, as they are told. */
export interface Rounds extends FoundSoFar {
  told(findings: readonly Finding[]): void;
}

export function createRounds(): Rounds {
  // Not the same as of a server that was started before.
  const began = Date.now();
  let count = 0;
  let latest: readonly Finding[] | undefined;
  const waiting = new Set<() => void>();
  return {
    found: () => latest,
    round: () => `${began}-${count}`,
    nextRound: (withinMs) =>
      new Promise((resolve) => {
        const go = (): void => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, withinMs);
        waiting.add(go);
      }),
    told(findings) {
      latest = findings;
      count += 1;
      for (const go of [...waiting]) go();
    },
  };
}
