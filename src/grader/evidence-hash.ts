import type { Evidence } from '../checks/evidence.ts';
import type { Buffers } from '../plan/plan.ts';
import { hashRows } from '../sql/hash-rows.ts';

/** What differs from run to run although the plan is the same: clocks, and what the planner had to look up. */
const VOLATILE = new Set([
  'ms',
  'exclusiveMs',
  'startupMs',
  'planningMs',
  'executionMs',
  'planningBuffers',
  'extra',
  'triggers',
  'source',
  'jitMs',
  'serializationMs',
]);

function isBuffers(value: object): value is Buffers {
  return 'hit' in value && 'read' in value && 'dirtied' in value;
}

/** Keys in order, clocks left out, pages hit and read together: what the cache held does not matter. */
function settle(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settle);
  if (typeof value !== 'object' || value === null) return value;
  if (isBuffers(value)) {
    return { pages: value.hit + value.read, tempRead: value.tempRead, tempWritten: value.tempWritten };
  }
  const entries = Object.entries(value).filter(([key]) => !VOLATILE.has(key));
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, settle(part)]),
  );
}

/** The same submission on the same snapshot gives the same hash, on any engine of the same version. Times are left out. */
export function hashEvidence(evidence: Evidence): string {
  const { times: _, ...rest } = evidence;
  return hashRows([[JSON.stringify(settle(rest))]]).ordered;
}
