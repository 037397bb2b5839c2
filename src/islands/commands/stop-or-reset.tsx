import { useEffect, useState } from 'react';

export interface StopOrResetProps {
  readonly live: boolean;
  readonly busy: boolean;
  readonly onStop: () => void;
  readonly onReset: () => void;
}

/** A press meant for Stop may come when what ran has just ended; as long as that, Reset does not take it. */
const SETTLES_MS = 1_000;

/** False while something runs, and for some moments after it. */
function useSettled(busy: boolean): boolean {
  const [settled, setSettled] = useState(true);
  useEffect(() => {
    if (busy) return setSettled(false);
    const timer = setTimeout(() => setSettled(true), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  return settled;
}

/** Stop while something runs, Reset while nothing does, in one place. A second press of Stop resets nothing. */
export function StopOrReset({ live, busy, onStop, onReset }: StopOrResetProps) {
  const settled = useSettled(busy);
  return busy ? (
    <button type="button" className="pw-button pw-stop-or-reset" disabled={!live} onClick={onStop}>
      Stop
    </button>
  ) : (
    <button
      type="button"
      className="pw-button pw-stop-or-reset"
      disabled={!live}
      aria-disabled={!settled || undefined}
      onClick={settled ? onReset : undefined}
      title="A fresh copy of the database. Your text stays."
    >
      Reset
    </button>
  );
}
