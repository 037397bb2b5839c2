import { useRef } from 'react';
import { describeProgress } from '../block/progress-text.ts';
import type { PlaygroundView } from './use-playground.ts';

export interface DatasetChoice {
  readonly name: string;
  readonly title: string;
}

export interface CommandsProps {
  readonly view: PlaygroundView;
  readonly live: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly onReset: () => void;
}

function waitOf(view: PlaygroundView): { readonly text: string; readonly share?: number } | undefined {
  const { phase, opened, progress } = view;
  if (phase === 'idle') return undefined;
  const fetching = !opened && progress?.phase === 'downloading' && progress.done < progress.total;
  if (fetching) return { text: describeProgress(progress), share: progress.done / progress.total };
  if (phase === 'resetting') return { text: 'Opening a fresh copy' };
  if (!opened) return { text: describeProgress(undefined) };
  return { text: phase === 'running' ? 'Running' : 'Looking' };
}

/** Run, Stop, Reset, and what is being waited for. */
export function Commands({ view, live, onRun, onStop, onReset }: CommandsProps) {
  const busy = view.phase !== 'idle';
  const wait = waitOf(view);
  return (
    <div className="pw-play-bar" role="toolbar" aria-label="Commands">
      <button type="button" className="pw-button" data-primary disabled={!live || busy} onClick={onRun}>
        Run
      </button>
      {busy ? (
        <button type="button" className="pw-button" disabled={!live} onClick={onStop}>
          Stop
        </button>
      ) : (
        <button
          type="button"
          className="pw-button"
          disabled={!live}
          onClick={onReset}
          title="A fresh copy of the database. Your text stays."
        >
          Reset
        </button>
      )}
      <span className="pw-play-wait" role="status">
        {wait?.share !== undefined && <progress max={1} value={wait.share} aria-label={wait.text} />}
        {wait?.text}
      </span>
    </div>
  );
}

export interface FileCommandsProps {
  readonly live: boolean;
  readonly datasets: readonly DatasetChoice[];
  readonly dataset: string;
  readonly busy: boolean;
  readonly onDataset: (name: string) => void;
  readonly onFile: (file: File) => void;
  readonly onFormat: () => void;
  readonly onLink: () => void;
}

/** The dataset, and what is done with the text as a whole. */
export function FileCommands(props: FileCommandsProps) {
  const { live, datasets, dataset, busy, onDataset, onFile, onFormat, onLink } = props;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="pw-play-files">
      <label>
        Dataset{' '}
        <select value={dataset} disabled={!live || busy} onChange={(event) => onDataset(event.target.value)}>
          {datasets.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <span className="pw-play-texts">
        <button
          type="button"
          className="pw-button"
          data-quiet
          disabled={!live}
          onClick={() => picker.current?.click()}
        >
          Open file
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".sql,.txt,.json,.csv,.tsv,.tab,text/*"
          aria-label="A file of SQL or CSV"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
        <button type="button" className="pw-button" data-quiet disabled={!live} onClick={onFormat}>
          Format
        </button>
        <button type="button" className="pw-button" data-quiet disabled={!live} onClick={onLink}>
          Copy link
        </button>
      </span>
    </div>
  );
}
