/** ms: oftener than this nobody reads a figure, and each time the page draws it costs what it waits for. */
const STEP_MS = 150;

/** Passes on what is told, the first at once and no oftener than a reader can follow; the last always comes. */
export function inSteps<T>(tell: (value: T) => void): (value: T) => void {
  let waiting: { readonly value: T } | undefined;
  let resting = false;
  const rest = () => {
    resting = true;
    setTimeout(() => {
      resting = false;
      if (!waiting) return;
      tell(waiting.value);
      waiting = undefined;
      rest();
    }, STEP_MS);
  };
  return (value) => {
    if (resting) {
      waiting = { value };
      return;
    }
    tell(value);
    rest();
  };
}
