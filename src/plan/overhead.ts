import { findDiskTime } from './disk-time.ts';
import { formatMs, formatPlural, formatShare } from './format-figures.ts';
import { listNodes, totalsOf } from './metrics.ts';
import type { Plan, PlanNode, TriggerTime } from './plan.ts';

/** Time that no node’s own figure shows, or that several share. */
export interface Overhead {
  readonly what: string;
  /** A node, or the name of what is none. */
  readonly on: PlanNode | string;
  readonly figure: string;
  /** ms where it is no part of any step, so that it can be set beside the costliest. */
  readonly apart?: number;
}

/** From so many ms on, and from such a part of the execution, it is told. */
const LEAST_MS = 10;
const LEAST_SHARE = 0.2;

/** What took long beside the work of single nodes: the longest first to be looked at, triggers, then what all share. */
export function findOverhead(plan: Plan, costliest: PlanNode | undefined): readonly Overhead[] {
  const whole = totalsOf(plan).ms ?? 0;
  if (whole === 0) return [];
  const isMuch = (ms: number) => ms >= Math.max(LEAST_MS, whole * LEAST_SHARE);
  const found = [
    findTrigger(plan, whole, costliest?.actual?.exclusiveMs ?? 0, isMuch),
    ...findShared(plan, whole, isMuch),
  ];
  return found.filter((overhead) => overhead !== undefined);
}

/** A trigger that runs after each row is in no node’s time. */
function findTrigger(
  plan: Plan,
  whole: number,
  most: number,
  isMuch: (ms: number) => boolean,
): Overhead | undefined {
  const [slowest] = triggersByTime(plan);
  if (slowest === undefined || (slowest.ms <= most && !isMuch(slowest.ms))) return undefined;
  const { name, constraint, calls, ms } = slowest;
  return {
    what: ms > most ? 'Costliest of all' : 'Beside the steps',
    on: constraint === undefined ? `Trigger ${name}` : `Foreign key ${constraint}`,
    figure: `${formatPlural(calls, 'call')}, ${formatMs(ms)}, ${shareOf(ms, whole)}`,
    apart: ms,
  };
}

/** The triggers of a plan, the slowest first. */
export function triggersByTime(plan: Plan): readonly TriggerTime[] {
  return [...plan.triggers].sort((a, b) => b.ms - a.ms);
}

/** `12 % of the time`; of what several processes took together no share can be told. */
export function shareOf(ms: number, whole: number): string {
  return ms > whole ? 'of all processes together' : `${formatShare(ms / whole)} of the time`;
}

function findShared(
  plan: Plan,
  whole: number,
  isMuch: (ms: number) => boolean,
): readonly (Overhead | undefined)[] {
  const { jitMs = 0, planningMs = 0, serializationMs = 0 } = plan;
  const disk = findDiskTime(plan);
  const outside = outsideMs(plan);
  const told = (ms: number, overhead: Overhead) => (isMuch(ms) ? overhead : undefined);
  return [
    disk &&
      told(disk.ms, {
        what: 'Waiting for files',
        on: disk.node,
        figure: `${formatMs(disk.ownMs)} here, ${formatMs(disk.ms)} in all, ${shareOf(disk.ms, whole)}`,
      }),
    told(jitMs, {
      what: 'Compiling (JIT)',
      on: 'Expressions of all steps',
      figure: `${formatMs(jitMs)}, ${shareOf(jitMs, whole)}; jit = off does without`,
    }),
    told(serializationMs, {
      what: 'Serialization',
      on: 'Turning rows into what is sent',
      figure: `${formatMs(serializationMs)}, ${shareOf(serializationMs, whole)}`,
      apart: serializationMs,
    }),
    told(outside, {
      what: 'Outside all steps',
      on: 'Before the first and after the last',
      figure: `${formatMs(outside)}, ${shareOf(outside, whole)}`,
      apart: outside,
    }),
    planningMs >= Math.max(LEAST_MS, whole)
      ? {
          what: 'Planning',
          on: 'Longer than the execution',
          figure: `${formatMs(planningMs)} and ${formatMs(whole)}`,
        }
      : undefined,
  ];
}

/** Of the execution what is in no node, no trigger and no serialization: opening, locking, and clearing away. */
function outsideMs({ root, executionMs, triggers, serializationMs = 0 }: Plan): number {
  if (executionMs === undefined || root.actual?.ms === undefined) return 0;
  const inside = listNodes(root).reduce((sum, { actual }) => sum + (actual?.exclusiveMs ?? 0), 0);
  const known = triggers.reduce((sum, { ms }) => sum + ms, inside + serializationMs);
  return Math.max(0, executionMs - known);
}
