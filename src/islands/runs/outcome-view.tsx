import { FaultNotice } from '../faults/fault-notice.tsx';
import { RunResults } from '../results/run-results.tsx';
import { Notices } from './notices.tsx';
import type { Outcome } from './outcome.ts';

export interface OutcomeViewProps {
  /** The text that was run. */
  readonly sql: string;
  readonly outcome: Outcome;
}

/** What a run returned, or why it returned nothing. */
export function OutcomeView({ sql, outcome }: OutcomeViewProps) {
  if (outcome.kind === 'fault') return <FaultNotice fault={outcome.fault} />;
  const { run } = outcome;
  if (run.kind === 'timeout' || run.kind === 'stopped') {
    const why = run.kind === 'timeout' ? 'the time limit passed' : 'you stopped it';
    return (
      <div className="pw-notice">
        Ended after {(run.afterMs / 1000).toFixed(1)} s: {why}. The next run starts on a fresh copy of the
        database. Your text is kept.
      </div>
    );
  }
  if (run.kind === 'ok' && run.results.length === 0)
    return <p className="pw-run-nothing">There was no statement to run.</p>;
  return (
    <>
      <RunResults sql={sql} run={run} />
      <Notices notices={run.notices} />
    </>
  );
}
