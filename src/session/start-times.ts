import type { Need } from '../checks/check.ts';
import type { Session } from '../engine/engine.ts';
import { sampleInTurn, type TimedQuery, type TimeSamples } from './measure-time.ts';
import type { Probe } from './observe.ts';
import type { StartState } from './start-state.ts';

/** The queries that a `time` check asks about, with the first shown parameters; `sql` replaces the query's own text. */
export function timedQueries(
  probes: readonly Probe[],
  needs: readonly Need[],
  sql?: string,
): readonly TimedQuery[] {
  const asked = new Set(needs.flatMap((need) => (need.kind === 'time' ? [need.query] : [])));
  return [...asked].flatMap((query) => {
    const probe = probes.find((candidate) => candidate.query === query && candidate.shown);
    return probe ? [{ query, sql: sql ?? probe.sql, params: probe.params, types: probe.types }] : [];
  });
}

/** Times the starting queries in the session that the submission will be timed in, before it is applied. */
export async function sampleStartTimes(
  session: Session,
  start: StartState,
  needs: readonly Need[],
): Promise<readonly TimeSamples[]> {
  return sampleInTurn(session, timedQueries(start.probes, needs), 3);
}
