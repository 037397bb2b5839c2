import { useMemo } from 'react';
import { comparePlans } from '../../plan/compare-plans.ts';
import type { Plan } from '../../plan/plan.ts';
import { printText } from '../../plan/print-text.ts';
import { isUnchanged, summariseChange } from '../../plan/summarise-change.ts';
import { findUnchangedParts } from '../../plan/unchanged-parts.ts';
import { keepUnits } from '../keep-units.ts';
import { CopyButton } from '../results/copy-button.tsx';
import './plan.css';
import { PlanTotals } from './plan-headline.tsx';
import { PlanMargin } from './plan-margin.tsx';
import { scalesOf } from './plan-scale.ts';
import { PlanTree } from './plan-tree.tsx';

export interface PlanCompareProps {
  readonly before: Plan;
  readonly after: Plan;
  /** Headings of the two sides; `Before` and `After` when left out. */
  readonly titles?: readonly [before: string, after: string];
}

/** Two plans side by side, or one where both are the same: what changed in one sentence, then the trees with bars on one scale. */
export function PlanCompare({ before, after, titles = ['Before', 'After'] }: PlanCompareProps) {
  const { scales, old, now, folded, sentence } = useMemo(() => relate(before, after), [before, after]);
  const same = isUnchanged(before, after);
  const both = {
    title: `${titles[0]} and ${titles[1].toLowerCase()}`,
    plan: after,
    labels: now,
    closed: undefined,
  };
  const sides = [
    { title: titles[0], plan: before, labels: old, closed: folded.before },
    { title: titles[1], plan: after, labels: now, closed: folded.after },
  ];
  return (
    <div className="pw-plan pw-plan-compare">
      <p className="pw-plan-change">{keepUnits(sentence)}</p>
      <div className="pw-plan-sides" data-same={same || undefined}>
        {(same ? [both] : sides).map(({ title, plan, labels, closed }) => (
          <section key={title} aria-label={title}>
            <h3>
              {title}{' '}
              <span className="pw-plan-value">
                <PlanTotals plan={plan} />
              </span>
            </h3>
            <PlanTree plan={plan} labels={labels} scales={scales} {...(closed && { closed })} />
            <CopyButton label="Copy as text" text={() => printText(plan)} />
            <PlanMargin plan={plan} />
          </section>
        ))}
      </div>
      <p className="pw-plan-legend">
        {same ? 'Bars of rows are' : 'Bars of both plans share one scale. Those of rows are'} logarithmic,
        with a mark at the estimate.
      </p>
    </div>
  );
}

function relate(before: Plan, after: Plan) {
  const { replaced, gone, added } = comparePlans(before, after);
  const folded = {
    before: findUnchangedParts(before, after),
    after: findUnchangedParts(after, before),
  };
  const unchanged = (parts: ReadonlySet<string>) => [...parts].map((id) => [id, 'unchanged'] as const);
  const renamed = replaced.filter((pair) => pair.before.name !== pair.after.name);
  return {
    scales: scalesOf([before, after]),
    folded,
    old: new Map([...unchanged(folded.before), ...gone.map((node) => [node.id, 'gone after'] as const)]),
    now: new Map([
      ...unchanged(folded.after),
      ...added.map((node) => [node.id, 'new'] as const),
      ...renamed.map((pair) => [pair.after.id, `was ${pair.before.name}`] as const),
    ]),
    sentence: summariseChange(before, after),
  };
}
