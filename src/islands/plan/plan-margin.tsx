import { findCutOff } from '../../plan/cut-off.ts';
import { readFields, readNumber } from '../../plan/fields.ts';
import { formatKb, formatMs, formatPlural } from '../../plan/format-figures.ts';
import { exclusivePages, listNodes, totalsOf } from '../../plan/metrics.ts';
import { shareOf, triggersByTime } from '../../plan/overhead.ts';
import type { Plan } from '../../plan/plan.ts';

/** What PGlite always sets: it has no worker processes. Said of every plan it would say nothing. */
function isOurOwn(name: string, value: string): boolean {
  return name === 'search_path' || (/^max_parallel_workers/.test(name) && value === '0');
}

/** From so many pages on PostgreSQL thinks of workers for a scan (min_parallel_table_scan_size is 8 MB). */
const PARALLEL_PAGES = 1024;

/** Why a scan that a server might share among workers had none; undefined where nobody would ask. */
function explainNoWorkers(plan: Plan): string | undefined {
  if (!plan.analyzed || plan.settings.max_parallel_workers_per_gather !== '0') return undefined;
  const pages = Math.max(
    0,
    ...listNodes(plan.root).map((node) => (node.kind === 'Seq Scan' ? (exclusivePages(node) ?? 0) : 0)),
  );
  if (pages < PARALLEL_PAGES) return undefined;
  return `No workers: max_parallel_workers_per_gather is 0. A server that has some may share a scan of ${formatPlural(pages, 'page')} among them; it considers that from ${formatPlural(PARALLEL_PAGES, 'page')} on.`;
}

/** `, 8.6 MB`: what the result comes to as it is sent. */
function volumeOf({ source }: Plan): string {
  const kb = readNumber(readFields(source, 'Serialization') ?? {}, 'Output Volume');
  return kb === undefined ? '' : `, ${formatKb(kb)}`;
}

/** What belongs to the statement and to no node: workers, triggers, JIT, and planner settings that were changed. */
export function PlanMargin({ plan }: { readonly plan: Plan }) {
  const whole = totalsOf(plan).ms ?? 0;
  const share = (ms: number) => (whole > 0 ? `, ${shareOf(ms, whole)}` : '');
  const alone = explainNoWorkers(plan);
  const cut = findCutOff(plan);
  const lines = [
    ...(cut === undefined
      ? []
      : [
          `This plan is not whole: ${cut.name} has an input that is missing. Its own time and pages hold those of what is missing.`,
        ]),
    ...triggersByTime(plan).map(({ constraint, name, calls, ms }) => {
      const what = constraint === undefined ? `Trigger ${name}` : `Foreign key check ${constraint}`;
      return `${what}: ${formatPlural(calls, 'call')}, ${formatMs(ms)}${share(ms)}`;
    }),
    ...(plan.jitMs === undefined
      ? []
      : [`Compiling expressions (JIT): ${formatMs(plan.jitMs)}${share(plan.jitMs)}`]),
    ...(plan.serializationMs === undefined
      ? []
      : [
          `Turning rows into what is sent${volumeOf(plan)}: ${formatMs(plan.serializationMs)}${share(plan.serializationMs)}`,
        ]),
    ...(alone === undefined ? [] : [alone]),
    ...Object.entries(plan.settings)
      .filter(([name, value]) => !isOurOwn(name, value))
      .map(([name, value]) => `Setting ${name} = ${value}`),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="pw-plan-margin">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
