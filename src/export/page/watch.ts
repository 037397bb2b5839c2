import { emptyProgress, type Progress } from '../../progress/progress.ts';
import { type Found, packPart } from './kept.ts';
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
  /** What the course system kept of them. */
  readonly kept: Found['kind'];
  readonly since: number;
}

/** What of a window is listened to. */
export interface WatchedPage {
  readonly document: {
    readonly visibilityState: string;
    addEventListener(type: 'visibilitychange', act: () => void): void;
  };
  addEventListener<K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void): void;
  dispatchEvent(event: Event): boolean;
}

/**
 * Tells the reporter what the learner does on the page, until the page goes. Whoever has something that is not saved yet
 * is asked for it first, by `planwright:save`: what was typed a moment ago is in what is told last.
 */
export function watch(
  page: WatchedPage,
  about: PackagedPage,
  { before, kept, since }: Begun,
  reporter: Reporter | undefined,
): { readonly tell: () => void } {
  let progress = before ?? emptyProgress;
  let outcome = before === undefined ? nothingYet : afterProgress(nothingYet, about, before, since);
  let done = false;
  /** What the course system keeps is never replaced by nothing, nor where this version does not understand it. */
  const keep = () => {
    const text = packPart(progress, about);
    if (text === '' || kept === 'newer' || (kept === 'unreadable' && !done)) return;
    reporter?.keep(text);
  };
  const tell = () => {
    keep();
    reporter?.report(outcome);
  };
  const save = () => page.dispatchEvent(new Event('planwright:save'));
  page.addEventListener('planwright:checked', ({ detail }) => {
    outcome = afterCheck(outcome, about, detail);
    tell();
  });
  page.addEventListener('planwright:progress', ({ detail }) => {
    progress = detail;
    done = true;
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
    reporter?.close();
  });
  return { tell };
}
