import { useCallback, useEffect, useRef } from 'react';

const SAVE_AFTER_MS = 400;

export interface Autosave {
  /** Something has changed that is to be saved. */
  readonly touch: () => void;
  /** Saves at once what is not saved yet. */
  readonly flush: () => void;
}

/**
 * What the window is told where all that is not saved yet has to be: a package does so before it tells the course system
 * that the page goes.
 */
const SAVE_NOW = 'planwright:save';

/** Saves a moment after something was touched, and at once when the page or the component goes. */
export function useAutosave(save: () => void): Autosave {
  const latest = useRef(save);
  latest.current = save;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current();
  }, []);
  useEffect(() => {
    addEventListener('pagehide', flush);
    addEventListener(SAVE_NOW, flush);
    return () => {
      flush();
      removeEventListener('pagehide', flush);
      removeEventListener(SAVE_NOW, flush);
    };
  }, [flush]);
  const touch = useCallback(() => {
    timer.current ??= setTimeout(flush, SAVE_AFTER_MS);
  }, [flush]);
  return { touch, flush };
}
