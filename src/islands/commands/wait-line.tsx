import './commands.css';

/** What the reader is waiting for. */
export interface Wait {
  readonly text: string;
  /** 0 to 1, where it is known. */
  readonly share?: number;
}

/** Says what is being waited for, in a place that is there all the time, so that nothing moves. */
export function WaitLine({ wait }: { readonly wait: Wait | undefined }) {
  return (
    <span className="pw-wait" role="status">
      {wait?.share !== undefined && <progress max={1} value={wait.share} aria-label={wait.text} />}
      {wait?.text}
    </span>
  );
}
