import { type ComponentType, useEffect, useState } from 'react';
import type { EngineFault } from '../../engine/engine.ts';
import type { Plan } from '../../plan/plan.ts';
import { Elapsed } from '../commands/elapsed.tsx';
import type { Wait } from '../commands/wait-line.tsx';
import { FaultNotice } from '../faults/fault-notice.tsx';
import { sayOfSecondRun } from '../plan/second-run.ts';
import { RunResults } from '../results/run-results.tsx';
import './block-output.css';
import type { Outcome } from './lesson-lab.ts';
import { QueryStepsView } from './query-steps-view.tsx';

export type View =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waiting'; readonly wait: Wait }
  | { readonly kind: 'shown'; readonly sql: string; readonly outcome: Outcome }
  | { readonly kind: 'fault'; readonly fault: EngineFault };

interface Props {
  readonly view: View;
  /** What the blocks of its engine share is called. */
  readonly database: string;
  readonly PlanView: ComponentType<{ readonly plan: Plan }> | undefined;
  readonly onStop: () => void;
  readonly onFresh: () => void;
}

/** Shown only when a wait is long enough to be noticed. */
function Waiting({ wait, onStop }: { readonly wait: Wait; readonly onStop: () => void }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 250);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="pw-block-wait">
      <span>{wait.text}</span>
      <Elapsed />
      <progress max={1} {...(wait.share === undefined ? {} : { value: wait.share })} aria-label="Progress" />
      <button type="button" className="pw-button" onClick={onStop}>
        Stop
      </button>
    </div>
  );
}

function Ran({ sql, outcome }: { readonly sql: string; readonly outcome: Outcome }) {
  const { run } = outcome;
  const text = outcome.kind === 'blocked' ? outcome.step.sql : sql;
  return (
    <>
      {outcome.kind === 'blocked' && (
        <p className="pw-block-note">This needs “{outcome.step.caption}” first, and that did not work:</p>
      )}
      {outcome.kind === 'ran' && outcome.also.length > 0 && (
        <p className="pw-block-note">First ran {outcome.also.map((caption) => `“${caption}”`).join(', ')}.</p>
      )}
      {(run.kind === 'ok' || run.kind === 'sql-error') && <RunResults sql={text} run={run} />}
      {run.kind === 'ok' && run.results.length === 0 && (
        <p className="pw-block-note">There was nothing to run.</p>
      )}
      {run.kind === 'timeout' && (
        <p className="pw-notice">
          Stopped after {Math.round(run.afterMs / 1000)} s. The database starts afresh with the next run.
        </p>
      )}
      {run.kind === 'stopped' && (
        <p className="pw-block-note">Stopped. The database starts afresh with the next run.</p>
      )}
    </>
  );
}

/** Everything below a block's SQL. */
export function BlockOutput({ view, database, PlanView, onStop, onFresh }: Props) {
  if (view.kind === 'nothing') return null;
  if (view.kind === 'waiting') return <Waiting wait={view.wait} onStop={onStop} />;
  if (view.kind === 'fault') return <FaultNotice fault={view.fault} />;
  const { outcome } = view;
  const explained = outcome.kind === 'ran' ? outcome.explained : undefined;
  const last = outcome.run.kind === 'ok' ? outcome.run.results.at(-1) : undefined;
  // The plan that an EXPLAIN gave is of that very run.
  const again =
    explained?.kind === 'ok' && last?.command !== 'EXPLAIN'
      ? sayOfSecondRun(explained.plan, last?.ms)
      : undefined;
  const changed =
    outcome.run.kind === 'ok' &&
    outcome.run.results.some(
      ({ command }) => !/^(SELECT|VALUES|EXPLAIN|EXPLAIN QUERY PLAN|SHOW)$/.test(command),
    );
  return (
    <>
      <Ran sql={view.sql} outcome={outcome} />
      {explained?.kind === 'ok' && PlanView !== undefined && (
        <section className="pw-block-plan" aria-label="Plan">
          <PlanView plan={explained.plan} />
        </section>
      )}
      {again !== undefined && <p className="pw-block-note">{again}</p>}
      {explained?.kind === 'steps' && (
        <section className="pw-block-plan" aria-label="Plan">
          <QueryStepsView steps={explained.steps} work={last?.work} />
        </section>
      )}
      {explained?.kind === 'none' && <p className="pw-block-note">{explained.message}</p>}
      {changed && (
        <p className="pw-block-note">
          This changed the {database} that the blocks of this page share.{' '}
          <button type="button" className="pw-button" data-quiet onClick={onFresh}>
            Start with fresh data
          </button>
        </p>
      )}
    </>
  );
}
