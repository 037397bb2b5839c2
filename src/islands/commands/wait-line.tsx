import './commands.css';
import { Elapsed } from './elapsed.tsx';

/** What the reader is waiting for, or what came of it. */
export interface Wait {
  readonly text: string;
  /** What a screen reader is told instead, where the text changes all the time or the page shows it elsewhere. */
  readonly spoken?: string;
  /** 0 to 1, where it is known. */
  readonly share?: number;
  /** Where what came of it is a verdict. */
  readonly verdict?: 'passed' | 'failed';
  /** Shown only once it has lasted: most waits of its kind are over before. */
  readonly late?: boolean;
}

/** Stands in the page as it was built: on a slow line it is read long before its script runs. */
export const NOT_LIVE: Wait = { text: 'Loading what runs this page', late: true };

/** What a run returned is there, and its plans are not: whoever listens is told of both together. */
export const PLANNING: Wait = { text: 'Making the plans', spoken: 'Running' };

export interface WaitLineProps {
  readonly wait: Wait | undefined;
  /** Something runs: its seconds are counted. */
  readonly busy: boolean;
}

/** Says it in a place that is there all the time, so that nothing moves. */
export function WaitLine({ wait, busy }: WaitLineProps) {
  return (
    <span className="pw-wait" data-verdict={wait?.verdict} data-late={wait?.late || undefined}>
      {wait?.share !== undefined && <progress max={1} value={wait.share} aria-label={wait.text} />}
      {wait?.spoken !== undefined && <span aria-hidden="true">{wait.text}</span>}
      <span role="status" className={wait?.spoken === undefined ? undefined : 'pw-sr'}>
        {wait?.spoken ?? wait?.text}
      </span>
      {busy && <Elapsed />}
    </span>
  );
}
