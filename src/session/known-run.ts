import type { Observation } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import type { Plan } from '../plan/plan.ts';
import type { CatalogDiff } from './catalog.ts';
import { BUILD } from './catalog-queries.ts';
import { type Observed, observe, observePlan, type Probe, planProbe } from './observe.ts';

/** What creating indexes and statistics objects adds to the catalog. */
const ADDED = new Set(['index', BUILD, 'statistics object', 'statistics of index']);

/** Whether a submission did nothing but create indexes and statistics objects: without them all is as it was shipped. */
export function onlyCreates({ added, removed, altered }: CatalogDiff): boolean {
  return removed.length === 0 && altered.length === 0 && added.every(({ sort }) => ADDED.has(sort));
}

/** Whether everything that one says, the other says as well: it may say more, but not have longer lists. */
function saysAll(less: unknown, more: unknown): boolean {
  if (Array.isArray(less))
    return (
      Array.isArray(more) && less.length === more.length && less.every((item, at) => saysAll(item, more[at]))
    );
  if (typeof less !== 'object' || less === null) return less === more;
  if (typeof more !== 'object' || more === null) return false;
  return Object.entries(less).every(([key, value]) => saysAll(value, Reflect.get(more, key)));
}

/** Whether a plan that was only made is one that was run: the same steps, conditions, costs, estimates and settings. */
export function isPlanOf(made: Plan, ran: Plan): boolean {
  return saysAll(made.source, ran.source) && saysAll(ran.settings, made.settings);
}

/**
 * The run of a probe that `known` holds, where PostgreSQL still makes the same plan: on rows that nobody changed, and with
 * nothing else changed that a run could meet, it would come to the same. Any other plan is run, for its pages: its rows are
 * those of the known one.
 */
export async function observeUnlessKnown(
  session: Session,
  probe: Probe,
  known: readonly Observation[],
  timeoutMs: number,
): Promise<Observed> {
  const params = JSON.stringify(probe.params);
  const before = known.find(
    (seen) =>
      seen.query === probe.query && seen.variant === probe.variant && JSON.stringify(seen.params) === params,
  );
  if (!before) return observe(session, probe, timeoutMs);
  const made = await planProbe(session, probe, timeoutMs);
  if (made.kind === 'timeout') return made;
  if (made.kind === 'ok' && isPlanOf(made.plan, before.plan))
    return { kind: 'ok', observation: { ...before, shown: probe.shown } };
  return observePlan(session, probe, before.rows, timeoutMs);
}
