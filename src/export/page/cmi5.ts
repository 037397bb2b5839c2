import type { Shelf } from '../../progress/store.ts';
import { begin, note, type Session, settle, waitBefore } from './cmi5-session.ts';
import type { Launch } from './launch.ts';
import { type Owed, owedTo } from './owed.ts';
import type { Reporter, Tell } from './reporter.ts';
import { notesOf, type SessionNote } from './session-note.ts';

const NOT_HEARD =
  'The course system that opened this page does not answer as it must: what you do here is not reported to it. Open the page from there again.';
const ENDED =
  'The session with your course system ended when this page was left or loaded again. What you complete now is kept in this browser, and told when you open the page from the course system again.';
const NOT_TAKEN =
  'Your course system has not taken your result yet. It is told again while this page is open, and when you open the page from there again in this browser.';

/** Does one thing after the other; what fails keeps nothing else from being done. */
function inTurn(first: Promise<void>): (act: () => Promise<unknown>) => void {
  let last = first;
  return (act) => {
    last = last.then(act).then(
      () => {},
      () => {},
    );
  };
}

/** What a session needs of the page around it. */
export interface Surroundings {
  /** Keeps a result that was not taken for a later session; undefined where the browser keeps nothing. */
  readonly shelf: Shelf | undefined;
  /** Remembers the session for as long as the tab is there. */
  readonly tab: Shelf | undefined;
  readonly tell: Tell;
  readonly now?: () => number;
}

/**
 * A page that is loaded again cannot be told from one that is left, so “terminated” was stated, and nothing may follow it:
 * what is done is for a later session.
 */
function afterTheEnd({ begun }: SessionNote, owed: Owed, tell: Tell): Reporter {
  const counts = begun?.mode === 'Normal';
  if (counts) tell(ENDED);
  return {
    keep() {},
    report(outcome) {
      if (counts && outcome.complete) owed.keep(outcome);
    },
    close() {},
  };
}

/** Begins a session and states “initialized”, then what is reported, each once a registration. */
export function openCmi5(launch: Launch, { shelf, tab, tell, now = Date.now }: Surroundings): Reporter {
  const owed = owedTo(launch, shelf);
  const notes = notesOf(launch, tab);
  const past = notes.read();
  if (past?.ended) return afterTheEnd(past, owed, tell);
  return report(owed, tell, begin(launch, notes, now));
}

function report(owed: Owed, tell: Tell, begun: Promise<Session>): Reporter {
  const earlier = owed.read();
  let session: Session | undefined;
  let result = earlier;
  let attempt = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const pay = async () => {
    // Whoever only looks at it, or looks at it again, states nothing.
    if (session?.data.launchMode !== 'Normal' || result === undefined) return;
    owed.keep(result);
    clearTimeout(again);
    const taken = await settle(session, result, earlier !== undefined);
    if (taken) owed.forget();
    const noted = await note(session);
    attempt = taken && noted ? 0 : attempt + 1;
    if (attempt > 0 && !closed) again = setTimeout(() => then(pay), waitBefore(attempt - 1));
    tell(taken ? undefined : NOT_TAKEN);
  };
  const then = inTurn(
    begun.then(
      (made) => {
        session = made;
      },
      () => tell(NOT_HEARD),
    ),
  );
  if (earlier) then(pay);
  return {
    keep() {},
    report(outcome) {
      if (closed || !outcome.complete) return;
      result = outcome;
      then(pay);
    },
    close() {
      if (closed) return;
      closed = true;
      clearTimeout(again);
      then(async () => session?.end());
    },
  };
}
