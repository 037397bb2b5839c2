import { describeOutcome, type Entry, headOf } from './history.ts';

export interface HistoryPaneProps {
  readonly history: readonly Entry[];
  readonly shown: Entry | undefined;
  readonly onOpen: (entry: Entry) => void;
  readonly onDownload: () => void;
}

function timeOf(at: Date): string {
  return at.toLocaleTimeString('en-GB');
}

/** The runs of this visit, newest first. Opening one brings back its text, its results and its plan. */
export function HistoryPane({ history, shown, onOpen, onDownload }: HistoryPaneProps) {
  if (history.length === 0)
    return <p className="pw-play-empty">Each run is listed here, with its text, its results and its plan.</p>;
  return (
    <>
      <ol className="pw-history">
        {history.map((entry) => (
          <li key={entry.id} aria-current={entry.id === shown?.id || undefined}>
            <button type="button" onClick={() => onOpen(entry)}>
              <code>{headOf(entry.sql)}</code>
            </button>
            <span className="pw-history-note">
              {timeOf(entry.at)}, {entry.dataset}: {describeOutcome(entry)}
              {entry.standing ? '' : '. Its database is gone'}
            </span>
          </li>
        ))}
      </ol>
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
