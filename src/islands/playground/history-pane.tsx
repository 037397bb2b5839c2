import { RunList } from '../runs/run-list.tsx';
import { type Entry, noteOf } from './history.ts';
import type { PastRun } from './past-runs.ts';

export interface HistoryPaneProps {
  readonly history: readonly Entry[];
  /** The runs of before the page was loaded anew. */
  readonly past: readonly PastRun[];
  readonly shown: Entry | undefined;
  readonly onOpen: (entry: Entry) => void;
  readonly onText: (sql: string) => void;
  readonly onDownload: () => void;
}

/** The texts of runs whose database went with the page. */
function PastRuns({ past, onText }: Pick<HistoryPaneProps, 'past' | 'onText'>) {
  if (past.length === 0) return null;
  return (
    <>
      <h3 className="pw-play-past">Before this page was loaded again</h3>
      <RunList
        runs={past.map((run, id) => ({ id, ...run }))}
        about="Bring back its text"
        onOpen={(id) => onText(past[id]?.sql ?? '')}
      />
    </>
  );
}

/** The runs of this visit, newest first. Opening one brings back its text, its results and its plan. */
export function HistoryPane({ history, past, shown, onOpen, onText, onDownload }: HistoryPaneProps) {
  const open = (id: number) => {
    const entry = history.find((each) => each.id === id);
    if (entry) onOpen(entry);
  };
  return (
    <>
      {history.length === 0 && (
        <p className="pw-play-empty">Each run is listed here, with its text, its results and its plan.</p>
      )}
      {history.length > 0 && (
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
      )}
      <PastRuns past={past} onText={onText} />
    </>
  );
}
