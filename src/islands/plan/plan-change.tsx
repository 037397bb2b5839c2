import type { Plan } from '../../plan/plan.ts';
import { summariseChange } from '../../plan/summarise-change.ts';
import { keepUnits } from '../keep-units.ts';
import { familyOf } from './describe-node.ts';
import './plan.css';
import './plan-change.css';
import {
  type ChangedFigure,
  type ChangedStep,
  figuresOf,
  listChanges,
  nameStep,
  shareOf,
  showFigure,
} from './plan-change-text.ts';
import { PlanTotals } from './plan-headline.tsx';
import { type PlanScales, scalesOf } from './plan-scale.ts';

export interface PlanChangeProps {
  readonly before: Plan;
  readonly after: Plan;
}

interface FigureProps {
  readonly figure: ChangedFigure;
  readonly scales: PlanScales;
}

function Bar({ figure, scales, side }: FigureProps & { readonly side: 'before' | 'after' }) {
  const value = figure[side];
  const share = value === undefined ? 0 : shareOf(scales, figure.label, value);
  return (
    <i data-side={side} style={{ inlineSize: share > 0 ? `max(2px, ${(share * 100).toFixed(1)}%)` : 0 }} />
  );
}

function Figure({ figure, scales }: FigureProps) {
  return (
    <div className="pw-change-figure">
      <dt>{figure.label}</dt>
      <dd>
        <span className="pw-change-bars" aria-hidden="true">
          <Bar figure={figure} scales={scales} side="before" />
          <Bar figure={figure} scales={scales} side="after" />
        </span>
        <span className="pw-plan-value">
          <span>
            {showFigure(figure.label, figure.before)} <span aria-hidden="true">→</span>
          </span>{' '}
          <span>
            <span className="pw-sr">then</span> <strong>{showFigure(figure.label, figure.after)}</strong>
          </span>
        </span>
      </dd>
    </div>
  );
}

function Step({ step, scales }: { readonly step: ChangedStep; readonly scales: PlanScales }) {
  const shown = step.after ?? step.before;
  if (shown === undefined) return null;
  return (
    <li data-family={familyOf(shown)} data-gone={step.after === undefined || undefined}>
      <p className="pw-change-step">
        <strong>{nameStep(shown)}</strong> <span>{step.words}</span>
      </p>
      <dl>
        {figuresOf(step).map((figure) => (
          <Figure key={figure.label} figure={figure} scales={scales} />
        ))}
      </dl>
    </li>
  );
}

/** Two plans step by step: what became of each step, and its figures before and after on one scale. */
export function PlanChange({ before, after }: PlanChangeProps) {
  const scales = scalesOf([before, after]);
  return (
    <div className="pw-plan pw-change">
      <p className="pw-plan-change">{keepUnits(summariseChange(before, after))}</p>
      <dl className="pw-change-totals">
        <div>
          <dt>Before</dt>
          <dd className="pw-plan-value">
            <PlanTotals plan={before} />
          </dd>
        </div>
        <div>
          <dt>After</dt>
          <dd className="pw-plan-value">
            <PlanTotals plan={after} />
          </dd>
        </div>
      </dl>
      <ol className="pw-change-steps">
        {listChanges(before, after).map((step) => (
          <Step key={`${step.before?.id} ${step.after?.id}`} step={step} scales={scales} />
        ))}
      </ol>
      <p className="pw-plan-legend">
        Each step’s own figures, before and after. Bars of both plans share one scale, which is logarithmic
        for rows; the upper bar is before.
      </p>
    </div>
  );
}
