import { type ReactNode, useRef, useState } from 'react';
import type { Looked } from '../../session/throw-away.ts';
import { faultSentence } from '../faults/fault-text.ts';
import './machine.css';

export interface LookPaneProps<Found> {
  /** What the button says. */
  readonly action: string;
  /** One sentence that says what pressing it will show. */
  readonly about: string;
  readonly look: () => Promise<Looked<Found>>;
  readonly show: (found: Found) => ReactNode;
  /** A change of it makes what is shown out of date, and says so. */
  readonly of: string;
  readonly disabled?: boolean;
}

type Seen<Found> = { readonly looked: Looked<Found>; readonly of: string } | { readonly failure: string };

/** A button that looks into the database, and what it found. Faults are sentences, and what was found before stays. */
export function LookPane<Found>({ action, about, look, show, of, disabled }: LookPaneProps<Found>) {
  const [seen, setSeen] = useState<Seen<Found>>();
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const press = async () => {
    asked.current += 1;
    const turn = asked.current;
    setBusy(true);
    const next = await look().then((looked): Seen<Found> => ({ looked, of }), failureOf);
    if (turn !== asked.current) return;
    setBusy(false);
    setSeen(next);
  };
  // Not disabled as such, which would take the focus away from whoever has just pressed it.
  const still = disabled || busy;
  const stale = seen !== undefined && 'of' in seen && seen.of !== of;
  const looked = seen && 'looked' in seen ? seen.looked : undefined;
  return (
    <div className="pw-look">
      <div className="pw-look-bar">
        <button
          type="button"
          className="pw-button"
          aria-disabled={still || undefined}
          onClick={still ? undefined : () => void press()}
        >
          {action}
        </button>
        <span className="pw-eyebrow" role="status">
          {busy ? 'Looking' : seen === undefined ? about : stale ? 'This is about an earlier run.' : ''}
          {!busy && looked && !stale && <span className="pw-sr">The answer is below.</span>}
        </span>
      </div>
      {seen && 'failure' in seen && (
        <p className="pw-notice" data-bad role="alert">
          {seen.failure}
        </p>
      )}
      {looked?.kind === 'none' && <p className="pw-notice">{looked.message}</p>}
      {looked?.kind === 'ok' && show(looked.found)}
    </div>
  );
}

function failureOf(thrown: unknown): { readonly failure: string } {
  return { failure: faultSentence(thrown) };
}
