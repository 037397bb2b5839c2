import { describeOutcome, timeOf } from '../runs/outcome.ts';
import { RunList } from '../runs/run-list.tsx';
import type { Entry } from './history.ts';

export interface HistoryPaneProps {
  readonly history: readonly Entry[];
  readonly shown: Entry | undefined;
  readonly onOpen: (entry: Entry) => void;
  readonly onDownload: () => void;
}

function noteOf({ at, dataset, outcome, standing }: Entry): string {
  return `${timeOf(at)}, ${dataset}: ${describeOutcome(outcome)}${standing ? '' : '. Its database is gone'}`;
}

/** The runs of this visit, newest first. Opening one brings back its text, its results and its plan. */
export function HistoryPane({ history, shown, onOpen, onDownload }: HistoryPaneProps) {
  if (history.length === 0)
    return <p className="pw-play-empty">Each run is listed here, with its text, its results and its plan.</p>;
  const open = (id: number) => {
    const entry = history.find((each) => each.id === id);
    if (entry) onOpen(entry);
  };
  return (
    <>
      <RunList
        runs={history.map((entry) => ({ id: entry.id, sql: entry.sql, note: noteOf(entry) }))}
        shown={shown?.id}
        about="Bring back its text, its results and its plan"
        onOpen={open}
      />
      <button
        type="button"
        className="pw-button"
        onClick={onDownload}
        disabled={!history.some((entry) => entry.standing)}
      >
        Download as .sql
      </button>
    </>
  );
}
