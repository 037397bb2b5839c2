import { type Engine, EngineFault, type Session } from '../../engine/engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { StartState } from '../../session/start-state.ts';
import { submit } from '../../session/submit.ts';
import { unjudged, type Verdict, verdictOf } from './verdict.ts';

/** Every step of grading has its own limit; all together may not take longer than this, on a machine that is not busy. */
const WHOLE_LIMIT_MS = 180_000;

interface Watched extends Engine {
  /** Ends every session that was opened, in the middle of a statement too. */
  end(): Promise<void>;
}

function watch(engine: Engine): Watched {
  const sessions: Session[] = [];
  return {
    ...engine,
    async open(ref) {
      const session = await engine.open(ref);
      sessions.push(session);
      return session;
    },
    async end() {
      await Promise.all(sessions.map((session) => session.close()));
    },
  };
}

async function tryOnce(
  engine: Engine,
  exercise: Exercise,
  start: StartState,
  sql: string,
  limitMs: number,
): Promise<Verdict> {
  const watched = watch(engine);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void watched.end();
  }, limitMs);
  try {
    return verdictOf(await submit(watched, exercise, start, sql));
  } catch (thrown) {
    if (late)
      return unjudged(
        'timeout',
        `Grading took longer than ${Math.round(limitMs / 100) / 10} s and was stopped.`,
      );
    throw thrown;
  } finally {
    clearTimeout(timer);
    await watched.end();
  }
}

/**
 * Grades one answer on a pristine database. A fault of ours is tried again once, and is the verdict then: it never
 * ends the run, and never passes.
 */
export async function gradeAnswer(
  engine: Engine,
  exercise: Exercise,
  start: StartState,
  sql: string,
  limitMs = WHOLE_LIMIT_MS * start.patience,
): Promise<Verdict> {
  try {
    return await tryOnce(engine, exercise, start, sql, limitMs);
  } catch {
    try {
      return await tryOnce(engine, exercise, start, sql, limitMs);
    } catch (thrown) {
      // The engine names the statement as the cause, and died of it twice: that is an answer's own error.
      if (thrown instanceof EngineFault && thrown.code === 'too-deep')
        return unjudged('sql-error', thrown.message);
      const why = thrown instanceof EngineFault ? `${thrown.code}: ${thrown.message}` : String(thrown);
      return unjudged('fault', `It was not graded, which is our fault: ${why}`);
    }
  }
}
