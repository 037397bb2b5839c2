import { listIndexes } from '../../plan/access-paths.ts';
import { comparePlans, type NodePair } from '../../plan/compare-plans.ts';
import { formatCount, formatMs } from '../../plan/format-figures.ts';
import { exclusiveCost, exclusivePages, listNodes } from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import { describeTarget, givesRows } from './describe-node.ts';
import type { PlanScales } from './plan-scale.ts';

/** A step of two plans: in both, or in one of them. */
export interface ChangedStep {
  readonly before: PlanNode | undefined;
  readonly after: PlanNode | undefined;
  /** What became of it, in a few words. */
  readonly words: string;
}

/** One measure of a step in both plans; undefined where the step is not there or was not measured. */
export interface ChangedFigure {
  readonly label: 'pages' | 'rows' | 'time' | 'cost';
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** `Bitmap Heap Scan on orders`, without the index, which has a line of its own. */
export function nameStep(node: PlanNode): string {
  return `${node.name} ${describeTarget(node).replace(/ ?using \S+/, '')}`.trim();
}

function becoming({ before, after }: NodePair): string {
  const [old, now] = [listIndexes(before).join(' and '), listIndexes(after).join(' and ')];
  if (before.name !== after.name) {
    const name = /^[AEIOU]/.test(after.name) ? `an ${after.name}` : `a ${after.name}`;
    return `was ${/^[AEIOU]/.test(before.name) ? 'an' : 'a'} ${before.name}, is ${name}${now && ` through ${now}`}`;
  }
  return old === now ? 'as before' : `goes through ${now || 'no index'}, was through ${old || 'none'}`;
}

/** The steps of both plans, those of the later one first and in its order, then those that are gone. */
export function listChanges(before: Plan, after: Plan): readonly ChangedStep[] {
  const { pairs, gone, added } = comparePlans(before, after);
  const order = listNodes(after.root);
  const steps: ChangedStep[] = [
    ...pairs.map((pair) => ({ ...pair, words: becoming(pair) })),
    ...added.map((node) => ({ before: undefined, after: node, words: 'new' })),
  ];
  const place = ({ after: node }: ChangedStep) => (node ? order.indexOf(node) : order.length);
  return [
    ...steps.sort((a, b) => place(a) - place(b)),
    ...gone.map((node) => ({ before: node, after: undefined, words: 'gone' })),
  ];
}

const MEASURES = [
  { label: 'pages', of: exclusivePages },
  { label: 'rows', of: (node: PlanNode) => (givesRows(node) ? node.actual?.rows : undefined) },
  { label: 'time', of: (node: PlanNode) => node.actual?.exclusiveMs },
] as const;

/** What can be said of a step in figures: its own pages, rows and time, or its cost where the plans were not run. */
export function figuresOf({ before, after }: ChangedStep): readonly ChangedFigure[] {
  const read = (of: (node: PlanNode) => number | undefined) => ({
    before: before && of(before),
    after: after && of(after),
  });
  const measured = MEASURES.map(({ label, of }) => ({ label, ...read(of) })).filter(
    (figure) => figure.before !== undefined || figure.after !== undefined,
  );
  const ran = measured.filter(
    ({ label, ...each }) =>
      label !== 'pages' || (each.before ?? each.after ?? 0) > 0 || (each.after ?? 0) > 0,
  );
  return measured.length > 0 ? ran : [{ label: 'cost', ...read(exclusiveCost) }];
}

/** The share of a bar's length that a figure takes. */
export function shareOf(scales: PlanScales, label: ChangedFigure['label'], value: number): number {
  return label === 'time' ? scales.ms(value) : scales[label](value);
}

/** A figure with its unit; a dash where there is none. */
export function showFigure(label: ChangedFigure['label'], value: number | undefined): string {
  if (value === undefined) return '–';
  return label === 'time' ? formatMs(value) : formatCount(value);
}
