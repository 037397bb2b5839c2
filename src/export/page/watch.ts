import { emptyProgress, type Progress } from '../../progress/progress.ts';
import { packPart } from './kept.ts';
import { afterCheck, afterProgress, type CheckedDetail, nothingYet, type PackagedPage } from './outcome.ts';
import type { Reporter } from './reporter.ts';

declare global {
  interface WindowEventMap {
    'planwright:checked': CustomEvent<CheckedDetail>;
    'planwright:progress': CustomEvent<Progress>;
  }
}

/** What is taken up of earlier visits, and since when the learner's work counts. */
export interface Begun {
  readonly before: Progress | undefined;
  readonly since: number;
}

/**
 * Tells the reporter what the learner does on the page, until the page goes. Whoever has something that is not saved yet
 * is asked for it first, by `planwright:save`: what was typed a moment ago is in what is told last.
 */
export function watch(
  page: Window,
  about: PackagedPage,
  { before, since }: Begun,
  withReporter: (act: (to: Reporter) => void) => void,
): { readonly tell: () => void } {
  let progress = before ?? emptyProgress;
  let outcome = before === undefined ? nothingYet : afterProgress(nothingYet, about, before, since);
  const keep = () => withReporter((to) => to.keep(packPart(progress, about)));
  const tell = () => {
    keep();
    withReporter((to) => to.report(outcome));
  };
  const save = () => page.dispatchEvent(new Event('planwright:save'));
  page.addEventListener('planwright:checked', ({ detail }) => {
    outcome = afterCheck(outcome, about, detail);
    tell();
  });
  page.addEventListener('planwright:progress', ({ detail }) => {
    progress = detail;
    const next = afterProgress(outcome, about, detail, since);
    const known = next.complete === outcome.complete && next.score === outcome.score;
    outcome = next;
    if (known) keep();
    else tell();
  });
  // A telephone may end a page that is out of sight without a word.
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState !== 'hidden') return;
    save();
    tell();
  });
  page.addEventListener('pagehide', () => {
    save();
    keep();
    withReporter((to) => to.close());
  });
  return { tell };
}
