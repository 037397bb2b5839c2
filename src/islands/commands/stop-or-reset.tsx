export interface StopOrResetProps {
  readonly live: boolean;
  readonly busy: boolean;
  readonly onStop: () => void;
  readonly onReset: () => void;
}

/** Stop while something runs, Reset while nothing does, in one place. */
export function StopOrReset({ live, busy, onStop, onReset }: StopOrResetProps) {
  return busy ? (
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
  );
}
