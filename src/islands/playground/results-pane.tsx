import type { EngineFault } from '../../engine/engine.ts';
import { faultText } from '../faults/fault-text.ts';
import { RunResults } from '../results/run-results.tsx';
import type { Entry } from './history.ts';

const MOST_NOTICES = 20;

export function FaultNotice({ fault }: { readonly fault: EngineFault }) {
  const { what, remedy } = faultText(fault);
  return (
    <div className="pw-notice" data-bad role="alert">
      <strong>{what}</strong> {remedy}
    </div>
  );
}

/** What a run returned, or why it returned nothing. */
export function ResultsPane({
  entry,
  fault,
}: {
  readonly entry: Entry | undefined;
  readonly fault: EngineFault | undefined;
}) {
  if (fault) return <FaultNotice fault={fault} />;
  if (!entry) return <p className="pw-play-empty">Run shows here what your statements return.</p>;
  if (entry.outcome.kind === 'fault') return <FaultNotice fault={entry.outcome.fault} />;
  const { run } = entry.outcome;
  if (run.kind === 'timeout' || run.kind === 'stopped') {
    const why = run.kind === 'timeout' ? 'the time limit passed' : 'you stopped it';
    return (
      <div className="pw-notice" role="status">
        Ended after {(run.afterMs / 1000).toFixed(1)} s: {why}. The next run starts on a fresh copy of the
        database. Your text is kept.
      </div>
    );
  }
  if (run.kind === 'ok' && run.results.length === 0)
    return <p className="pw-play-empty">There was no statement to run.</p>;
  return (
    <>
      <RunResults key={entry.id} sql={entry.sql} run={run} />
      {run.notices.slice(0, MOST_NOTICES).map((notice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notices repeat, places do not
        <p key={at} className="pw-figure-text">
          {notice.severity}: {notice.message}
        </p>
      ))}
    </>
  );
}
