import type { Visit } from './kept.ts';
import type { Reporter, Tell } from './reporter.ts';

/** SCORM 1.2's run-time API, as the course system offers it in a window above the page. */
export interface Scorm12Api {
  LMSInitialize(nothing: ''): string | boolean;
  LMSFinish(nothing: ''): string | boolean;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string | boolean;
  LMSCommit(nothing: ''): string | boolean;
}

const NOT_TAKEN =
  'Your course system did not take what this page reported. The page reports again with the next thing that you do.';

/** The API, of which nothing throws: what does is an API that refuses, and is noted. */
function calm(api: Scorm12Api, refused: () => void): Scorm12Api {
  const ask = <T>(act: () => T, otherwise: T): T => {
    try {
      return act();
    } catch {
      refused();
      return otherwise;
    }
  };
  return {
    LMSInitialize: (nothing) => ask(() => api.LMSInitialize(nothing), 'false'),
    LMSFinish: (nothing) => ask(() => api.LMSFinish(nothing), 'false'),
    LMSGetValue: (element) => ask(() => String(api.LMSGetValue(element) ?? ''), ''),
    LMSSetValue: (element, value) => ask(() => api.LMSSetValue(element, value), 'false'),
    LMSCommit: (nothing) => ask(() => api.LMSCommit(nothing), 'false'),
  };
}

interface ApiWindow {
  readonly API?: Scorm12Api;
  readonly parent?: ApiWindow;
  readonly opener?: ApiWindow | null;
}

/** The specification lets a course system nest frames; more than this is a loop. */
const MOST_FRAMES = 50;

function searchUp(from: ApiWindow | null | undefined): Scorm12Api | undefined {
  let at = from;
  try {
    for (let level = 0; at && level < MOST_FRAMES; level += 1) {
      if (at.API) return at.API;
      if (at.parent === at) return undefined;
      at = at.parent;
    }
  } catch {
    // A window of another origin may not be looked into: the API is not there.
  }
  return undefined;
}

/** Finds the API above a window, then above the one that opened it, as the specification says. */
export function findScorm12Api(from: ApiWindow): Scorm12Api | undefined {
  return searchUp(from) ?? searchUp(from.opener);
}

/** `0001:02:03.04`: CMITimespan. */
export function timespan(ms: number): string {
  const hundredths = Math.max(0, Math.floor(ms / 10));
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(hundredths / 100);
  const hours = Math.min(9999, Math.floor(seconds / 3600));
  return `${String(hours).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

const DONE = ['passed', 'completed'];
const STATUS = 'cmi.core.lesson_status';

/** A session that has begun, with what the course system knows of the learner. */
export interface Scorm12Session {
  readonly visit: Visit;
  /** Somebody looks at it before taking it: nothing is reported. */
  readonly preview: boolean;
  readonly reporter: Reporter;
}

function preview(api: Scorm12Api): Reporter {
  // “not attempted” at the end of a session would be taken as completed.
  if (['', 'not attempted'].includes(api.LMSGetValue(STATUS))) api.LMSSetValue(STATUS, 'browsed');
  return { keep() {}, report() {}, close: () => void api.LMSFinish('') };
}

/** What the course system knows already is never made worse; where it cannot be asked what it knows, it is left. */
function report(api: Scorm12Api, now: () => number, faults: () => number, tell: Tell): Reporter {
  const began = now();
  const read = (element: string) => {
    const before = faults();
    const value = api.LMSGetValue(element);
    return faults() === before ? value : undefined;
  };
  const known = read(STATUS);
  if (known !== undefined && !DONE.includes(known)) api.LMSSetValue(STATUS, 'incomplete');
  let noted = faults();
  const commit = () => {
    const refused = String(api.LMSCommit('')) === 'false' || faults() > noted;
    noted = faults();
    tell(refused ? NOT_TAKEN : undefined);
  };
  const score = (share: number) => {
    const best = read('cmi.core.score.raw');
    if (best === undefined) return;
    api.LMSSetValue('cmi.core.score.min', '0');
    api.LMSSetValue('cmi.core.score.max', '100');
    api.LMSSetValue('cmi.core.score.raw', String(Math.max(Number(best || 0), Math.round(100 * share))));
  };
  let closed = false;
  return {
    keep(text) {
      if (!closed) api.LMSSetValue('cmi.suspend_data', text);
    },
    report({ complete, passed, score: share }) {
      if (closed) return;
      if (share !== undefined) score(share);
      if (complete) api.LMSSetValue(STATUS, passed === undefined ? 'completed' : 'passed');
      commit();
    },
    close() {
      if (closed) return;
      closed = true;
      api.LMSSetValue('cmi.core.session_time', timespan(now() - began));
      // Also after passing: the text is there when the learner looks at it again.
      api.LMSSetValue('cmi.core.exit', 'suspend');
      commit();
      api.LMSFinish('');
    },
  };
}

/** Begins a session, also with an API that throws. `tell` hears whether what is reported was taken. */
export function openScorm12(
  offered: Scorm12Api,
  tell: Tell = () => {},
  now: () => number = Date.now,
): Scorm12Session {
  let threw = 0;
  const api = calm(offered, () => {
    threw += 1;
  });
  api.LMSInitialize('');
  const kept = api.LMSGetValue('cmi.suspend_data');
  const looking = api.LMSGetValue('cmi.core.lesson_mode') === 'browse';
  return {
    visit: {
      learner: api.LMSGetValue('cmi.core.student_id'),
      kept,
      fresh: !looking && kept === '' && api.LMSGetValue('cmi.core.entry') === 'ab-initio',
    },
    preview: looking,
    reporter: looking ? preview(api) : report(api, now, () => threw, tell),
  };
}
