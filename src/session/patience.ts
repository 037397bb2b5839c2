import type { Session } from '../engine/engine.ts';

/** ms that observing a start may take before a machine counts as slow or busy. */
const START_MS = 2_000;
/** As slow as any machine on which it can be worked; a start in the middle of which a laptop slept looks slower. */
const MOST = 20;
/** An author's own SQL ends, so that it can be given so many times as long where it is not known how slow the machine is. */
export const AUTHORS_PATIENCE = 5;

/**
 * How many times as long as usual a machine is given to look at a submission, where observing the start took it so many ms.
 * The limits are there for what never ends: on a machine that is slow, or busy, an honest answer takes as long as that.
 */
export function patienceOf(startMs: number): number {
  return Math.min(MOST, Math.max(1, startMs / START_MS));
}

/** A session of which every time limit is so many times as long. */
export function withPatience(session: Session, patience: number): Session {
  return {
    run: (sql, limits) => session.run(sql, { ...limits, timeoutMs: limits.timeoutMs * patience }),
    parse: (sql) => session.parse(sql),
    close: () => session.close(),
    get ended() {
      return session.ended;
    },
  };
}
