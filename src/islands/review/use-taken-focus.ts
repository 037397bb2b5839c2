import { type RefObject, useEffect, useRef } from 'react';

/** True where the button that had the focus is gone, or is one of the review: nobody is taken from elsewhere. */
function isFree(element: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    activeElement === null ||
    activeElement === document.body ||
    element.closest('.pw-review')?.contains(activeElement) === true
  );
}

/** An element that takes the focus when it comes and whenever `what` is another: what was pressed before it is gone. */
export function useTakenFocus<Taker extends HTMLElement>(what: unknown): RefObject<Taker | null> {
  const place = useRef<Taker>(null);
  useEffect(() => {
    const taker = place.current;
    if (what && taker && isFree(taker)) taker.focus({ preventScroll: true });
  }, [what]);
  return place;
}
