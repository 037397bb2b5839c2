import { useId, useMemo, useState } from 'react';
import type { Plan } from '../../plan/plan.ts';
import { DrawnPlan } from '../plan/drawn-plan.tsx';
import { sayOfSecondRun } from '../plan/second-run.ts';
import type { Entry } from './history.ts';
import { readPasted } from './pasted-plan.ts';

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

/** What differs between a run's answer and its plan, which is of a run after it. */
function sayAgain({ outcome, plan }: Entry): string | undefined {
  const last = outcome.kind === 'run' && outcome.run.kind === 'ok' ? outcome.run.results.at(-1) : undefined;
  return plan?.kind === 'ok' && last?.command !== 'EXPLAIN' ? sayOfSecondRun(plan.plan, last?.ms) : undefined;
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
      {read.kind === 'plan' && <DrawnPlan plan={read.plan} />}
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
  const again = entry && sayAgain(entry);
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
      {plan && <DrawnPlan plan={plan} before={before} titles={['Earlier run', 'This run']} />}
      {again !== undefined && <p className="pw-play-empty">{again}</p>}
      <Paste pasted={pasted} onPaste={onPaste} />
    </>
  );
}
