import type { Shelf } from '../../progress/store.ts';
import type { Launch } from './launch.ts';
import { fetchToken, type Lrs, openLrs, Refused, type Stated } from './lrs.ts';
import type { Outcome } from './outcome.ts';
import { owedTo } from './owed.ts';
import type { Reporter, Tell } from './reporter.ts';
import { type LaunchData, statement, type Verb } from './statement.ts';

/** After how long what was not taken is told again; the last for as long as the page is open. */
const AGAIN_AFTER_MS = [2_000, 10_000, 60_000, 300_000];
/** How often the beginning of a session is tried. */
const MOST_BEGINNINGS = 4;

const NOT_HEARD =
  'The course system that opened this page does not answer as it must: what you do here is not reported to it. Open the page from there again.';
const NOT_TAKEN =
  'Your course system has not taken your result yet. It is told again while this page is open, and when you open the page from there again in this browser.';

function waitBefore(attempt: number): number {
  return AGAIN_AFTER_MS[Math.min(attempt, AGAIN_AFTER_MS.length - 1)] ?? 0;
}

/** Tries again where an answer may be another one a little later. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1)
    try {
      return await act();
    } catch (error) {
      const passing = error instanceof Refused ? error.passing : error instanceof TypeError;
      if (!passing || attempt + 1 >= MOST_BEGINNINGS) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitBefore(attempt)));
    }
}

/** A session that has been begun. */
interface Session {
  readonly lrs: Lrs;
  readonly data: LaunchData;
  /** What is stated already, and of that what later sessions can read; both change with what is taken. */
  readonly stated: Stated;
  readonly noted: Stated;
  state(verb: Verb, score?: number): Promise<void>;
}

async function begin(launch: Launch, now: () => number): Promise<Session> {
  const lrs = openLrs(launch, await fetchToken(launch));
  const data = await patiently(() => lrs.readLaunchData());
  const began = now();
  const made = new Map<Verb, string>();
  /** One statement a verb, however often it is told: who has it already takes it for the same. */
  const state = (verb: Verb, score?: number) => {
    const text = made.get(verb) ?? statement(launch, data, verb, now() - began, score);
    made.set(verb, text);
    return lrs.state(text);
  };
  await patiently(() => state('initialized'));
  const stated = await patiently(() => lrs.readStated()).catch(() => ({ completed: false, passed: false }));
  return { lrs, data, stated, noted: { ...stated }, state };
}

/** Whether a verb is stated now. One that is refused may be there already: its answer was lost, or an earlier session's. */
async function stateOnce({ lrs, state }: Session, verb: Verb, score: number | undefined): Promise<boolean> {
  try {
    await state(verb, score);
    return true;
  } catch {
    return lrs.knows(verb);
  }
}

/** States what is not stated yet. `doubtful` is what an earlier session may have stated. Whether all of it was taken. */
async function settle(session: Session, { passed, score }: Outcome, doubtful: boolean): Promise<boolean> {
  const { lrs, stated } = session;
  const verbs = passed === true ? (['completed', 'passed'] as const) : (['completed'] as const);
  for (const verb of verbs.filter((each) => !stated[each]))
    stated[verb] =
      (doubtful && (await lrs.knows(verb))) ||
      (await stateOnce(session, verb, verb === 'passed' ? score : undefined));
  return verbs.every((verb) => stated[verb]);
}

/** Notes for later sessions what was taken. Whether that is noted. */
async function note({ lrs, stated, noted }: Session): Promise<boolean> {
  if (noted.completed === stated.completed && noted.passed === stated.passed) return true;
  const now = { ...stated };
  try {
    await lrs.noteStated(now);
  } catch {
    return false;
  }
  Object.assign(noted, now);
  return true;
}

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
  readonly tell: Tell;
  readonly now?: () => number;
}

/** Begins a session and states “initialized”, then what is reported, each once a registration. */
export function openCmi5(launch: Launch, { shelf, tell, now = Date.now }: Surroundings): Reporter {
  const owed = owedTo(launch, shelf);
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
  const begun = begin(launch, now).then((made) => {
    session = made;
  });
  const then = inTurn(begun.catch(() => tell(NOT_HEARD)));
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
      then(async () => session?.state('terminated'));
    },
  };
}
