/** A limit is counted in so many parts. */
const PARTS = 4;

/**
 * Calls back when so many ms have passed in which this thread was awake, and gives how to call that off. A laptop that
 * sleeps, and a browser that keeps a tab from working, stop what is waited for as well; a timer of all the time would fire as
 * soon as they wake. So a part of the limit counts as no more than itself, however late its timer comes.
 */
export function whenAwakeFor(ms: number, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (parts: number) => {
    timer = setTimeout(() => (parts > 1 ? wait(parts - 1) : then()), ms / PARTS);
  };
  wait(PARTS);
  return () => clearTimeout(timer);
}
