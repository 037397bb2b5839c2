export interface HintListProps {
  /** Those that are open, from the first. */
  readonly hints: readonly string[];
  /** How many the exercise has. */
  readonly of: number;
}

/** The hints that were asked for; each can be closed and opened again. */
export function HintList({ hints, of }: HintListProps) {
  if (hints.length === 0) return null;
  return (
    <ol className="pw-bench-hints" aria-label="Hints">
      {hints.map((hint, at) => (
        <li key={hint}>
          <details open>
            <summary>
              Hint {at + 1} of {of}
            </summary>
            <p>{hint}</p>
          </details>
        </li>
      ))}
    </ol>
  );
}
