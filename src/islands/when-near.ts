import { savesData } from './connection.ts';

let touched = false;
const waiting = new Set<() => void>();

/** Runs `then` once the reader has done anything on this page: loading a page alone never loads the engine. */
function afterFirstTouch(then: () => void): void {
  if (touched) then();
  else waiting.add(then);
}

for (const name of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll']) {
  addEventListener(
    name,
    () => {
      touched = true;
      for (const then of waiting) then();
      waiting.clear();
    },
    { once: true, passive: true },
  );
}

/** Calls back once, when an element comes near the window and the reader has done anything; never where data is saved. */
export function whenNear(element: Element, then: () => void): void {
  if (savesData()) return;
  afterFirstTouch(() => {
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        then();
      },
      { rootMargin: '60% 0px' },
    );
    near.observe(element);
  });
}
