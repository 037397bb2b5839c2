import type { Launch } from './launch.ts';
import { fetchToken, type Lrs, openLrs, Refused, type Stated } from './lrs.ts';
import type { Outcome } from './outcome.ts';
import type { SessionNotes } from './session-note.ts';
import { type LaunchData, statement, type Verb } from './statement.ts';

/** After how long what was not taken is told again; the last for as long as the page is open. */
const AGAIN_AFTER_MS = [2_000, 10_000, 60_000, 300_000];
/** How often the beginning of a session is tried. */
const MOST_BEGINNINGS = 4;

/** How long to wait after so many attempts that were not taken, in ms. */
export function waitBefore(attempt: number): number {
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

/** What is stated already, and of that what later sessions can read; both change with what is taken. */
interface Known {
  readonly stated: Stated;
  readonly noted: Stated;
}

const NOTHING_STATED: Stated = { completed: false, passed: false };

/** A session that has been begun. */
export interface Session {
  readonly lrs: Lrs;
  readonly data: LaunchData;
  /** Undefined before it was asked for. */
  known: Known | undefined;
  state(verb: Verb, score?: number): Promise<void>;
  /** States “terminated”, after which a session may state nothing. */
  end(): Promise<void>;
}

/** Begins the session, or goes on with it where the page was loaded again before its end. */
export async function begin(launch: Launch, notes: SessionNotes, now: () => number): Promise<Session> {
  const earlier = notes.read();
  const token = earlier?.token ?? (await fetchToken(launch));
  if (earlier === undefined) notes.write({ token, ended: false });
  const lrs = openLrs(launch, token);
  const data = await patiently(() => lrs.readLaunchData());
  const begun = earlier?.begun ?? {
    at: now(),
    mode: data.launchMode,
    statement: statement(launch, data, 'initialized', 0),
    taken: false,
  };
  if (!begun.taken) {
    notes.write({ token, begun, ended: false });
    await patiently(() => lrs.state(begun.statement)).catch((error: unknown) => {
      // What was sent before the page was loaded again may have been taken: then it is refused now, and all is well.
      if (earlier?.begun === undefined) throw error;
    });
  }
  const note = (ended: boolean) => notes.write({ token, begun: { ...begun, taken: true }, ended });
  note(false);
  const made = new Map<Verb, string>();
  /** One statement a verb, however often it is told: who has it already takes it for the same. */
  const state = (verb: Verb, score?: number) => {
    const text = made.get(verb) ?? statement(launch, data, verb, now() - begun.at, score);
    made.set(verb, text);
    return lrs.state(text);
  };
  const end = () => {
    note(true);
    return state('terminated');
  };
  return { lrs, data, known: undefined, state, end };
}

/** What is stated already, from what earlier sessions noted; asked for when something is to be stated. */
async function readKnown(session: Session): Promise<Known> {
  const stated = await patiently(() => session.lrs.readStated()).catch(() => NOTHING_STATED);
  session.known ??= { stated: { ...stated }, noted: { ...stated } };
  return session.known;
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
export async function settle(
  session: Session,
  { passed, score }: Outcome,
  doubtful: boolean,
): Promise<boolean> {
  const { lrs } = session;
  const { stated } = session.known ?? (await readKnown(session));
  const verbs = passed === true ? (['completed', 'passed'] as const) : (['completed'] as const);
  for (const verb of verbs.filter((each) => !stated[each]))
    stated[verb] =
      (doubtful && (await lrs.knows(verb))) ||
      (await stateOnce(session, verb, verb === 'passed' ? score : undefined));
  return verbs.every((verb) => stated[verb]);
}

/** Notes for later sessions what was taken. Whether that is noted. */
export async function note({ lrs, known }: Session): Promise<boolean> {
  if (known === undefined) return true;
  const { stated, noted } = known;
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
