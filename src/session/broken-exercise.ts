import { EngineFault, type Session } from '../engine/engine.ts';
import { ask } from './ask.ts';
import { inSeconds } from './refused.ts';

/** Which SQL of an exercise's author it was. */
export type AuthoredPart =
  | { readonly kind: 'sql' | 'hidden'; readonly query: string }
  | { readonly kind: 'variant'; readonly name: string }
  /** What fills the table whose inserts are measured refuses copies of its own rows. */
  | { readonly kind: 'inserts'; readonly table: string }
  | { readonly kind: 'solution' };

/** SQL of the author's that does not run on the shipped data, and why. */
export interface BrokenPart {
  readonly part: AuthoredPart;
  readonly why: string;
  /** 0-based offset into that SQL, where PostgreSQL pointed at a place. */
  readonly position?: number | undefined;
}

export function partInWords(part: AuthoredPart): string {
  if (part.kind === 'variant') return `the SQL of the variant “${part.name}”`;
  if (part.kind === 'inserts') return `inserting into “${part.table}”`;
  if (part.kind === 'solution') return 'the solution';
  return part.kind === 'hidden' ? `the hidden query of “${part.query}”` : `the query “${part.query}”`;
}

/** An exercise that cannot be graded for anybody: its own SQL fails. Holds all parts that were found to, at least one. */
export class BrokenExercise extends EngineFault {
  readonly parts: readonly BrokenPart[];
  constructor(parts: readonly BrokenPart[]) {
    const told = parts.map(({ part, why }) => `${partInWords(part)} failed before any submission: ${why}`);
    super('init-failed', told.join('; '));
    this.parts = parts;
  }
}

/** Runs the author's SQL and returns the last statement's rows. Throws BrokenExercise where it fails or takes too long. */
export async function runAuthored(session: Session, part: AuthoredPart, sql: string, timeoutMs: number) {
  const asked = await ask(session, sql, timeoutMs);
  if (asked.kind === 'ok') return asked.results.at(-1)?.rows ?? [];
  const why =
    asked.kind === 'sql-error' ? asked.error.message : `no answer within ${inSeconds(asked.afterMs)}`;
  throw new BrokenExercise([{ part, why }]);
}

const isClosed = (thrown: unknown): boolean => thrown instanceof EngineFault && thrown.code === 'closed';

/** Does something for each of several parts, to its end, so that all that are broken are told at once. */
export async function forEachPart<T, R>(
  items: readonly T[],
  each: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = [];
  const broken: BrokenPart[] = [];
  for (const item of items) {
    try {
      done.push(await each(item));
    } catch (thrown) {
      if (thrown instanceof BrokenExercise) broken.push(...thrown.parts);
      // A part that ran out of time took the session with it: the others are not asked.
      else if (broken.length > 0 && isClosed(thrown)) break;
      else throw thrown;
    }
  }
  if (broken.length > 0) throw new BrokenExercise(broken);
  return done;
}
