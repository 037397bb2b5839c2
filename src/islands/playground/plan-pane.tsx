import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { Plan } from '../../plan/plan.ts';
import type { Entry } from './history.ts';
import { readPasted } from './pasted-plan.ts';

const PlanView = lazy(() => import('../plan/plan-view.tsx').then((part) => ({ default: part.PlanView })));
const PlanCompare = lazy(() =>
  import('../plan/plan-compare.tsx').then((part) => ({ default: part.PlanCompare })),
);

export interface PlanPaneProps {
  readonly entry: Entry | undefined;
  /** Earlier runs with a plan, newest first, to set beside this one. */
  readonly earlier: readonly Entry[];
  readonly nameOf: (entry: Entry) => string;
  readonly pasted: string;
  readonly onPaste: (text: string) => void;
}

function planIn(entry: Entry | undefined): Plan | undefined {
  return entry?.plan?.kind === 'ok' ? entry.plan.plan : undefined;
}

function Drawn({ plan, before }: { readonly plan: Plan; readonly before: Plan | undefined }) {
  return (
    <ErrorBoundary
      resetKeys={[plan, before]}
      fallback={
        <p className="pw-notice" data-bad role="alert">
          This plan could not be drawn. Its text and JSON are in the results of EXPLAIN; your text is kept.
        </p>
      }
    >
      <Suspense fallback={<p className="pw-play-empty">Drawing the plan</p>}>
        {before ? (
          <PlanCompare before={before} after={plan} titles={['Earlier run', 'This run']} />
        ) : (
          <PlanView plan={plan} />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}

function Paste({ pasted, onPaste }: Pick<PlanPaneProps, 'pasted' | 'onPaste'>) {
  const field = useId();
  const read = useMemo(() => readPasted(pasted), [pasted]);
  return (
    <details className="pw-paste" open={pasted !== ''}>
      <summary>Look at a plan from elsewhere</summary>
      <label htmlFor={field}>What EXPLAIN gave, as text or JSON. It stays in this page.</label>
      <textarea
        id={field}
        rows={6}
        value={pasted}
        spellCheck={false}
        onChange={(event) => onPaste(event.target.value)}
      />
      {read.kind === 'refused' && (
        <p className="pw-notice" role="status">
          {read.message}
        </p>
      )}
      {read.kind === 'plan' && <Drawn plan={read.plan} before={undefined} />}
    </details>
  );
}

/** The plan of the last statement that ran, beside an earlier one if asked; and any plan that is pasted. */
export function PlanPane({ entry, earlier, nameOf, pasted, onPaste }: PlanPaneProps) {
  const [beside, setBeside] = useState<number>();
  const plan = planIn(entry);
  const others = earlier.filter((other) => other !== entry && planIn(other));
  const before = planIn(others.find(({ id }) => id === beside));
  const message = entry?.plan?.kind === 'none' ? entry.plan.message : undefined;
  return (
    <>
      {!entry && <p className="pw-play-empty">Run shows here the plan of your last statement.</p>}
      {message && <p className="pw-play-empty">{message}</p>}
      {plan && others.length > 0 && (
        <label className="pw-beside">
          Beside{' '}
          <select
            value={beside ?? ''}
            onChange={(event) =>
              setBeside(event.target.value === '' ? undefined : Number(event.target.value))
            }
          >
            <option value="">no other run</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {nameOf(other)}
              </option>
            ))}
          </select>
        </label>
      )}
      {plan && <Drawn plan={plan} before={before} />}
      <Paste pasted={pasted} onPaste={onPaste} />
    </>
  );
}
