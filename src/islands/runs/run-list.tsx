import { headOf } from './outcome.ts';
import './run-list.css';

export interface ListedRun {
  readonly id: number;
  readonly sql: string;
  /** When it was, and what came of it. */
  readonly note: string;
}

export interface RunListProps {
  readonly runs: readonly ListedRun[];
  /** The run that is shown now. */
  readonly shown?: number | undefined;
  /** What opening a run does. */
  readonly about: string;
  readonly onOpen: (id: number) => void;
}

/** Runs by the first line of their text; pressing one opens it. */
export function RunList({ runs, shown, about, onOpen }: RunListProps) {
  return (
    <ol className="pw-runs">
      {runs.map(({ id, sql, note }) => (
        <li key={id} aria-current={id === shown || undefined}>
          <button type="button" title={about} onClick={() => onOpen(id)}>
            <code>{headOf(sql)}</code>
          </button>
          <span>{note}</span>
        </li>
      ))}
    </ol>
  );
}
