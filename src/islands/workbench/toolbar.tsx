import { useEffect, useState } from 'react';
import { describeWait } from './describe-wait.ts';
import type { BenchView } from './use-bench.ts';

export interface ToolbarProps {
  readonly view: BenchView;
  /** False before the page's script runs: the buttons do nothing yet. */
  readonly live: boolean;
  readonly tab: 'answer' | 'scratch';
  readonly onTab: (tab: 'answer' | 'scratch') => void;
  readonly onRun: () => void;
  readonly onCheck: () => void;
  readonly onStop: () => void;
  readonly onReset: () => void;
  readonly onRestart: () => void;
  readonly canRestart: boolean;
  readonly hintsLeft: number;
  readonly onHint: () => void;
}

function useCommandKey(): string {
  const [key, setKey] = useState('Ctrl');
  useEffect(() => setKey(/mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'), []);
  return key;
}

/** Run, Check, Reset, Stop, Hint, and what is being waited for. */
export function Toolbar(props: ToolbarProps) {
  const { view, live, tab } = props;
  const command = useCommandKey();
  const busy = view.phase !== 'idle';
  const wait = describeWait(view);
  return (
    <div className="pw-bench-bar" role="toolbar" aria-label="Commands">
      <button
        type="button"
        className="pw-button"
        data-primary
        disabled={!live || busy}
        onClick={props.onCheck}
      >
        Check{' '}
        <span className="pw-keys" aria-hidden="true">
          {command} ⇧ ↵
        </span>
      </button>
      <button type="button" className="pw-button" disabled={!live || busy} onClick={props.onRun}>
        Run{' '}
        <span className="pw-keys" aria-hidden="true">
          {command} ↵
        </span>
      </button>
      {busy ? (
        <button type="button" className="pw-button" disabled={!live} onClick={props.onStop}>
          Stop
        </button>
      ) : (
        <button
          type="button"
          className="pw-button"
          disabled={!live}
          onClick={props.onReset}
          title="A fresh copy of the database. Your text stays."
        >
          Reset
        </button>
      )}
      <button
        type="button"
        className="pw-button"
        data-quiet
        disabled={!live || props.hintsLeft === 0}
        onClick={props.onHint}
        title={props.hintsLeft === 0 ? 'No hint is left' : `${props.hintsLeft} left`}
      >
        Hint
      </button>
      <span className="pw-bench-wait" role="status">
        {wait && (
          <>
            {wait.share !== undefined && <progress max={1} value={wait.share} aria-label={wait.text} />}
            {wait.text}
          </>
        )}
      </span>
      <span className="pw-bench-tabs">
        {props.canRestart && tab === 'answer' && (
          <button type="button" className="pw-button" data-quiet disabled={!live} onClick={props.onRestart}>
            Starting text
          </button>
        )}
        {(['answer', 'scratch'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="pw-tab"
            aria-pressed={tab === name}
            disabled={!live}
            onClick={() => props.onTab(name)}
          >
            {name === 'answer' ? 'Answer' : 'Scratch'}
          </button>
        ))}
      </span>
    </div>
  );
}
