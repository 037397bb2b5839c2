import { useCallback, useEffect, useRef } from 'react';

const SAVE_AFTER_MS = 400;

export interface Autosave {
  /** Something has changed that is to be saved. */
  readonly touch: () => void;
  /** Saves at once what is not saved yet. */
  readonly flush: () => void;
}

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
    return () => {
      flush();
      removeEventListener('pagehide', flush);
    };
  }, [flush]);
  const touch = useCallback(() => {
    timer.current ??= setTimeout(flush, SAVE_AFTER_MS);
  }, [flush]);
  return { touch, flush };
}
