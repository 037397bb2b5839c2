import { type ReactNode, useRef } from 'react';
import { CommandButton } from '../commands/command-button.tsx';
import { waitForOpening } from '../commands/opening.ts';
import { StopOrReset } from '../commands/stop-or-reset.tsx';
import { NOT_LIVE, PLANNING, type Wait, WaitLine } from '../commands/wait-line.tsx';
import { sayOutcome } from '../runs/outcome.ts';
import type { PlaygroundView } from './use-playground.ts';

/** A table as its dataset describes it. */
export interface DescribedTable {
  readonly name: string;
  readonly rows: number;
  /** What is in it, in a sentence or two. */
  readonly about: string;
}

export interface DatasetChoice {
  readonly name: string;
  readonly title: string;
  /** Of a database without a table, none. */
  readonly tables: readonly DescribedTable[];
}

export interface CommandsProps {
  readonly view: PlaygroundView;
  readonly live: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly onReset: () => void;
}

/** What is said while nothing runs: that the database is fresh, or, unseen, what came of the run that is shown. */
function restOf({ fresh, shown }: PlaygroundView): Wait | undefined {
  if (fresh) return { text: 'Fresh database. Your text is kept.' };
  const spoken = shown && sayOutcome(shown.outcome);
  return spoken === undefined ? undefined : { text: '', spoken };
}

function waitOf(view: PlaygroundView): Wait | undefined {
  const { phase, opened, progress } = view;
  if (phase === 'idle') return restOf(view);
  const opening = opened ? undefined : waitForOpening(progress);
  if (opening?.share !== undefined) return opening;
  if (phase === 'resetting') return { text: 'Opening a fresh copy' };
  if (phase === 'planning') return PLANNING;
  return opening ?? { text: phase === 'running' ? 'Running' : 'Looking' };
}

/** Run, Stop, Reset, and what is being waited for. */
export function Commands({ view, live, onRun, onStop, onReset }: CommandsProps) {
  const busy = view.phase !== 'idle';
  return (
    <div className="pw-play-bar" role="toolbar" aria-label="Commands">
      <CommandButton name="Run" primary live={live} busy={busy} onPress={onRun} />
      <StopOrReset live={live} busy={busy} onStop={onStop} onReset={onReset} />
      <WaitLine wait={live ? waitOf(view) : NOT_LIVE} busy={busy} />
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
  /** The way to the reader's other texts. */
  readonly children: ReactNode;
}

/** Opens a file that the reader picks. */
function FilePicker({ live, onFile }: Pick<FileCommandsProps, 'live' | 'onFile'>) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <QuietButton name="Open file" live={live} onPress={() => picker.current?.click()} />
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
    </>
  );
}

interface QuietButtonProps {
  readonly name: string;
  readonly live: boolean;
  readonly onPress: () => void;
}

function QuietButton({ name, live, onPress }: QuietButtonProps) {
  return (
    <button type="button" className="pw-button" data-quiet disabled={!live} onClick={onPress}>
      {name}
    </button>
  );
}

/** The dataset, and what is done with the text as a whole. */
export function FileCommands(props: FileCommandsProps) {
  const { live, datasets, dataset, busy, onDataset, onFile, onFormat, onLink } = props;
  return (
    <div className="pw-play-files">
      <label>
        Dataset
        <select value={dataset} disabled={!live || busy} onChange={(event) => onDataset(event.target.value)}>
          {datasets.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {props.children}
      <span className="pw-play-texts">
        <FilePicker live={live} onFile={onFile} />
        <QuietButton name="Format" live={live} onPress={onFormat} />
        <QuietButton name="Copy link" live={live} onPress={onLink} />
      </span>
    </div>
  );
}
