import type { IndexEvidence, Observation } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { read } from './ask.ts';
import { observeUnlessKnown } from './known-run.ts';
import { sampleInTurn, type TimedQuery, type TimeSamples } from './measure-time.ts';
import type { Probe } from './observe.ts';
import { quoteIdentifier, quoteQualified } from './quote.ts';
import { askInTime, inSeconds, Refused } from './refused.ts';

/** The workload without what the submission created. */
export interface Without {
  readonly observations: readonly Observation[];
  readonly times: readonly TimeSamples[];
}

const TIMEOUT_MS = 60_000;

function tooSlow({ query }: Probe, afterMs: number): Refused {
  const message = `Without what you created, the query “${query}” was stopped after ${inSeconds(afterMs)}.`;
  return new Refused({ kind: 'timeout', message });
}

/**
 * Plans and times the workload again with what the submission created taken away, in a transaction that is rolled
 * back: what gets worse was the submission's doing. `known` are runs that were made before, of the database as it is
 * without those. Undefined where nothing was created that can be taken away. Throws Refused where something takes too long.
 */
export async function observeWithout(
  session: Session,
  created: readonly IndexEvidence[],
  statistics: readonly string[],
  probes: readonly Probe[],
  timed: readonly TimedQuery[],
  known: readonly Observation[],
): Promise<Without | undefined> {
  const indexes = created.map(({ schema, name }) => `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`);
  const drops = [
    // In one statement: an index of a partition cannot go without the index of the whole table.
    ...(indexes.length > 0 ? [`drop index ${indexes.join(', ')}`] : []),
    ...statistics.map((name) => `drop statistics ${quoteQualified(name)}`),
  ];
  if (drops.length === 0) return undefined;
  await read(session, 'begin');
  const dropped = await askInTime(session, drops.join('; '), TIMEOUT_MS, 'Taking away what you created was');
  const observations: Observation[] = [];
  const times: TimeSamples[] = [];
  if (dropped.kind === 'ok') {
    for (const probe of probes) {
      const seen = await observeUnlessKnown(session, { ...probe, shown: false }, known, TIMEOUT_MS);
      if (seen.kind === 'timeout') throw tooSlow(probe, seen.afterMs);
      if (seen.kind === 'ok') observations.push({ ...seen.observation, shown: probe.shown });
    }
    times.push(...(await sampleInTurn(session, timed, 3)));
  }
  await read(session, 'rollback');
  return dropped.kind === 'ok' ? { observations, times } : undefined;
}
