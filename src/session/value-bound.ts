import type { Change, IndexEvidence, Observation } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { listIndexes } from '../plan/access-paths.ts';
import { listNodes } from '../plan/metrics.ts';
import { readPlan } from '../plan/read-plan.ts';
import { ask, read } from './ask.ts';
import { executeStatement, type Probe, prepareStatement } from './observe.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';
import { askInTime } from './refused.ts';

const TIMEOUT_MS = 30_000;

function uses({ plan }: Pick<Observation, 'plan'>, index: IndexEvidence): boolean {
  return listNodes(plan.root).some((node) => listIndexes(node).includes(index.name));
}

/** Whether a query's plan holds the index before its parameters are known; `alone` with no other index to choose. */
async function isPlanned(
  session: Session,
  index: IndexEvidence,
  probe: Probe,
  alone: boolean,
): Promise<boolean> {
  const regclass = (name: string) =>
    `${quoteLiteral(`${quoteIdentifier(index.schema)}.${quoteIdentifier(name)}`)}::pg_catalog.regclass`;
  const name = 'planwright_any_value';
  const script = [
    ...(alone
      ? [
          `update pg_catalog.pg_index set indisvalid = false
           where indrelid = ${regclass(index.table)} and indexrelid <> ${regclass(index.name)}`,
        ]
      : []),
    'set local enable_seqscan = off',
    'set local plan_cache_mode = force_generic_plan',
    prepareStatement(name, probe.sql, probe.types),
    `explain (format json) ${executeStatement(name, probe.params)}`,
  ];
  await read(session, 'begin');
  const what = `Planning “${probe.query}” for any value was`;
  const asked = await askInTime(session, script.join(';\n'), TIMEOUT_MS, what);
  await read(session, 'rollback');
  await ask(session, 'deallocate all', TIMEOUT_MS);
  const seen = asked.kind === 'ok' ? readPlan(asked.results.at(-1)?.rows[0]?.[0]) : undefined;
  return seen?.kind !== 'plan' || uses(seen, index);
}

/** Alone, or beside the others: a part of a BitmapOr cannot be planned without the rest of it. */
async function servesAnyValue(session: Session, index: IndexEvidence, probe: Probe): Promise<boolean> {
  return (await isPlanned(session, index, probe, true)) || isPlanned(session, index, probe, false);
}

/**
 * Partial indexes that a plan uses only because of the values it was asked for: the predicate follows from a parameter,
 * not from the query. Such an index is an answer for some values, however many were tried.
 */
export async function findValueBound(
  session: Session,
  created: readonly IndexEvidence[],
  observations: readonly Observation[],
  probes: readonly Probe[],
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const index of created.filter(({ predicate }) => predicate !== undefined)) {
    const users = new Set(observations.filter((seen) => uses(seen, index)).map(({ query }) => query));
    for (const query of users) {
      const probe = probes.find((candidate) => candidate.query === query);
      if (!probe || probe.types.length === 0 || (await servesAnyValue(session, index, probe))) continue;
      const message = `the index ${index.name} holds only the rows with ${index.predicate}, and whether the query may use it depends on the values it is asked for`;
      changes.push({ what: 'objects', object: index.name, message });
      break;
    }
  }
  return changes;
}
