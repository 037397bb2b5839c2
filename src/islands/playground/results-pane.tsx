import type { EngineFault } from '../../engine/engine.ts';
import { FaultNotice } from '../faults/fault-notice.tsx';
import { OutcomeView } from '../runs/outcome-view.tsx';
import type { Entry } from './history.ts';

interface ResultsPaneProps {
  /** The run that is shown. */
  readonly entry: Entry | undefined;
  /** What a reset or a warm-up failed of: it goes before any run. */
  readonly fault: EngineFault | undefined;
  /** The page was loaded anew after runs whose database is gone. */
  readonly anew: boolean;
}

/** What a run returned, or why it returned nothing. */
export function ResultsPane({ entry, fault, anew }: ResultsPaneProps) {
  if (fault) return <FaultNotice fault={fault} />;
  if (!entry) {
    return (
      <p className="pw-play-empty">
        Run shows here what your statements return.
        {anew &&
          ' The database is a fresh one: what you ran before this page was loaded again is under Runs.'}
      </p>
    );
  }
  return <OutcomeView key={entry.id} sql={entry.sql} outcome={entry.outcome} />;
}
