import './commands.css';

/** What the reader is waiting for, or what came of it. */
export interface Wait {
  readonly text: string;
  /** 0 to 1, where it is known. */
  readonly share?: number;
  /** Where what came of it is a verdict. */
  readonly verdict?: 'passed' | 'failed';
}

/** Says it in a place that is there all the time, so that nothing moves. */
export function WaitLine({ wait }: { readonly wait: Wait | undefined }) {
  return (
    <span className="pw-wait" role="status" data-verdict={wait?.verdict}>
      {wait?.share !== undefined && <progress max={1} value={wait.share} aria-label={wait.text} />}
      {wait?.text}
    </span>
  );
}
