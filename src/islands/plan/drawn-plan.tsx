import { Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { Plan } from '../../plan/plan.ts';
import { late, loadAgain } from '../panes/late.tsx';
import { NotDrawn } from '../panes/not-drawn.tsx';

const PlanView = late(async () => (await import('./plan-view.tsx')).PlanView);
const PlanCompare = late(async () => (await import('./plan-compare.tsx')).PlanCompare);

export interface DrawnPlanProps {
  readonly plan: Plan;
  /** Stands beside it, with what changed. */
  readonly before?: Plan | undefined;
  /** Headings of the two sides. */
  readonly titles?: readonly [before: string, after: string];
}

/** A plan, or two side by side, loaded when first drawn. What cannot be drawn is a sentence. */
export function DrawnPlan({ plan, before, titles }: DrawnPlanProps) {
  return (
    <ErrorBoundary resetKeys={[plan, before]} onReset={loadAgain} fallback={<NotDrawn what="The plan" />}>
      <Suspense fallback={<p className="pw-eyebrow">Drawing the plan</p>}>
        {before ? (
          <PlanCompare before={before} after={plan} {...(titles && { titles })} />
        ) : (
          <PlanView plan={plan} />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}
