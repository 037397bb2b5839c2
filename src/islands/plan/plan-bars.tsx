import { accessOf } from '../../plan/access-paths.ts';
import { formatTimeOf } from '../../plan/clock.ts';
import type { Estimate } from '../../plan/estimates.ts';
import { formatCount, formatShare } from '../../plan/format-figures.ts';
import { exclusiveCost, exclusivePages, TELLING_MS, totalsOf } from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import './plan-bars.css';
import { describeEstimate, givesRows } from './describe-node.ts';
import type { PlanScales } from './plan-scale.ts';

interface BarProps {
  readonly label: string;
  /** Share of the track that is filled, 0 to 1. */
  readonly share: number;
  /** Where a second figure lies on the same track. */
  readonly mark?: number | undefined;
  readonly value: string;
}

function Bar({ label, share, mark, value }: BarProps) {
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <span className="pw-plan-track" aria-hidden="true">
          <i style={{ inlineSize: share > 0 ? `max(2px, ${percent(share)})` : 0 }} />
          {mark !== undefined && <b style={{ insetInlineStart: percent(mark) }} />}
        </span>
        <span className="pw-plan-value">{value}</span>
      </dd>
    </>
  );
}

interface Props {
  readonly plan: Plan;
  readonly node: PlanNode;
  readonly estimate: Estimate | undefined;
  readonly scales: PlanScales;
}

/** Characters for which there is room beside a bar. */
const LONGEST = 20;

/** What a node that ran cost: time, and pages where it reads any. */
function costBars({ plan, node, scales }: Props): readonly BarProps[] {
  const exclusiveMs = node.actual?.exclusiveMs;
  const pages = exclusivePages(node);
  const bars: BarProps[] = [];
  if (exclusiveMs !== undefined)
    bars.push({ label: 'time', share: scales.ms(exclusiveMs), value: describeTime(plan, exclusiveMs) });
  if (pages !== undefined && (pages > 0 || accessOf(node) !== undefined))
    bars.push({ label: 'pages', share: scales.pages(pages), value: formatCount(pages) });
  return bars;
}

/** What the planner expected of a node that did not run. */
function plannedBars({ plan, node, scales }: Props): readonly BarProps[] {
  if (node.actual !== undefined || !plan.costed) return [];
  const cost = exclusiveCost(node);
  return [
    { label: 'cost', share: scales.cost(cost), value: formatCount(cost) },
    { label: 'rows', share: scales.rows(node.planRows), value: `est. ${formatCount(node.planRows)}` },
  ];
}

interface RowsShown {
  readonly bars: readonly BarProps[];
  /** What there is no room for beside the bar, and how far the estimate is off. */
  readonly words: string;
  readonly off: boolean;
}

/** The rows of a node that ran, with a mark where the planner expected them. */
function rowsOf({ node, estimate, scales }: Props): RowsShown {
  const { actual } = node;
  const said = describeEstimate(node, estimate);
  const loops = actual === undefined ? 1 : Math.max(1, actual.loops / actual.processes);
  const rows = actual && givesRows(node) ? formatCount(actual.rows) : undefined;
  const both = `${rows} / est. ${said?.expected}`;
  const fits = said !== undefined && loops === 1 && both.length <= LONGEST;
  const expected = !fits && loops === 1 && said && `est. ${said.expected}`;
  const bar: BarProps = {
    label: 'rows',
    share: scales.rows(actual?.rows ?? 0),
    mark: estimate && scales.rows(estimate.expected * loops),
    value: fits ? both : (rows ?? ''),
  };
  return {
    bars: rows === undefined ? [] : [bar],
    words: [expected, said?.words].filter(Boolean).join(', '),
    off: said?.off === true,
  };
}

/** What the node itself cost, as bars: time, pages, and its rows with a mark where the planner expected them. */
export function PlanBars(props: Props) {
  if (props.node.actual?.loops === 0) return null;
  const rows = rowsOf(props);
  return (
    <div className="pw-plan-figures">
      <dl className="pw-plan-bars">
        {[...costBars(props), ...plannedBars(props), ...rows.bars].map((bar) => (
          <Bar key={bar.label} {...bar} />
        ))}
        {rows.words && (
          <dd className="pw-plan-estimate" data-off={rows.off || undefined}>
            {rows.words}
          </dd>
        )}
      </dl>
    </div>
  );
}

function describeTime(plan: Plan, ms: number): string {
  const whole = totalsOf(plan).ms;
  const time = formatTimeOf(plan, ms);
  return whole === undefined || whole < TELLING_MS
    ? time
    : `${time} · ${formatShare(Math.min(1, ms / whole))}`;
}
