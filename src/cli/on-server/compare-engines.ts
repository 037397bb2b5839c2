import type { Observation } from '../../checks/evidence.ts';
import { listIndexes } from '../../plan/access-paths.ts';
import { comparePlans } from '../../plan/compare-plans.ts';
import { listNodes } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';

/** A place where the server's plan is not the embedded engine's. Pages are those of the whole query. */
export interface EngineDifference {
  readonly exercise: string;
  /** `start`, or the file of the answer: `solution.sql`. */
  readonly answer: string;
  readonly query: string;
  /** The node of the embedded engine; empty where the server has one more. */
  readonly embedded: string;
  /** The node of the server; empty where the embedded engine has one more. */
  readonly server: string;
  readonly embeddedPages: number;
  readonly serverPages: number;
}

/** Pages may differ by this much (an index’s upper levels, a page’s fill) before the plan counts as another. */
const PAGES_TOLERANCE = 0.02;
const FEW_PAGES = 2;

function describe(node: PlanNode | undefined): string {
  if (!node) return '';
  const indexes = listIndexes(node);
  const using = indexes.length > 0 ? ` using ${indexes.join(', ')}` : '';
  return `${node.name}${using}${node.relation ? ` on ${node.relation}` : ''}`;
}

/** Whether a Bitmap Index Scan's own line says nothing that the heap scan's line does not. */
function isTold(node: PlanNode): boolean {
  return node.kind === 'Bitmap Index Scan';
}

function changedNodes(embedded: Observation, server: Observation): readonly (readonly [string, string])[] {
  const { replaced, gone, added } = comparePlans(embedded.plan, server.plan);
  const pairs: (readonly [string, string])[] = [
    ...replaced.map(({ before, after }) => [describe(before), describe(after)] as const),
    ...gone.filter((node) => !isTold(node)).map((node) => [describe(node), ''] as const),
    ...added.filter((node) => !isTold(node)).map((node) => ['', describe(node)] as const),
  ];
  if (pairs.length > 0) return pairs;
  const apart = Math.abs(embedded.pages - server.pages);
  if (apart <= Math.max(FEW_PAGES, PAGES_TOLERANCE * embedded.pages)) return [];
  const scan = (seen: Observation) =>
    listNodes(seen.plan.root).find((node) => node.relation) ?? seen.plan.root;
  return [[describe(scan(embedded)), describe(scan(server))]];
}

function keyOf({ query, params, variant }: Observation): string {
  return JSON.stringify([query, params, variant]);
}

/**
 * Compares what both engines saw for the same text: a line for each node that is another, or one where the same nodes
 * read another number of pages. Parameters that give the same line are told once.
 */
export function compareEngines(
  exercise: string,
  answer: string,
  embedded: readonly Observation[],
  server: readonly Observation[],
): readonly EngineDifference[] {
  const there = new Map(server.map((seen) => [keyOf(seen), seen]));
  const lines = new Map<string, EngineDifference>();
  for (const seen of embedded.filter(({ variant }) => variant === 'shipped')) {
    const other = there.get(keyOf(seen));
    if (!other) continue;
    for (const [here, elsewhere] of changedNodes(seen, other)) {
      const key = JSON.stringify([seen.query, here, elsewhere]);
      if (lines.has(key)) continue;
      lines.set(key, {
        exercise,
        answer,
        query: seen.query,
        embedded: here,
        server: elsewhere,
        embeddedPages: seen.pages,
        serverPages: other.pages,
      });
    }
  }
  return [...lines.values()];
}

/** The differences as a table in plain text; one sentence where there are none. */
export function writeDifferences(differences: readonly EngineDifference[]): string {
  if (differences.length === 0) return 'Plans of exercises are those of the embedded engine.';
  const head = ['exercise', 'answer', 'query', 'embedded', 'server', 'pages', 'pages there'];
  const rows = differences.map((line) => [
    line.exercise,
    line.answer,
    line.query,
    line.embedded || '(no such node)',
    line.server || '(no such node)',
    line.embeddedPages.toLocaleString('en'),
    line.serverPages.toLocaleString('en'),
  ]);
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const write = (row: readonly string[]) =>
    row
      .map((cell, at) => (at < 5 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  const lines = [head, widths.map((width) => '-'.repeat(width)), ...rows].map(write);
  return [`Plans differ from the embedded engine’s in ${rows.length} places:`, ...lines].join('\n');
}
