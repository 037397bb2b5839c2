export interface HintListProps {
  /** The exercise's id. */
  readonly exercise: string;
  /** All of them, from the first. */
  readonly hints: readonly string[];
  /** How many were asked for. */
  readonly open: number;
  /** The one that was asked for just now: a screen reader is told it. */
  readonly said: string | undefined;
  /** Shows their first lines alone: the exercise is passed, and what came of it needs the room. */
  readonly folded: boolean;
}

/**
 * The hints that were asked for; each can be closed and opened again. All are there from the start, so that a script of
 * the page (`Bench.astro`) shows those of an earlier visit before anything is drawn.
 */
export function HintList({ exercise, hints, open, said, folded }: HintListProps) {
  return (
    <>
      <p className="pw-sr" role="status">
        {said}
      </p>
      <ol
        className="pw-bench-hints"
        aria-label="Hints"
        data-of={exercise}
        hidden={open === 0}
        suppressHydrationWarning
      >
        {hints.map((hint, at) => (
          <li key={hint} hidden={at >= open} suppressHydrationWarning>
            <details key={String(folded)} open={!folded}>
              <summary>
                Hint {at + 1} of {hints.length}
              </summary>
              <p>{hint}</p>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}
