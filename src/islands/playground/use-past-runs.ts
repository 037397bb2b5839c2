import { useEffect, useRef, useState } from 'react';
import type { Entry } from './history.ts';
import { keepPastRuns, type PastRun, readPastRuns } from './past-runs.ts';

const NONE: readonly PastRun[] = [];

/** What this tab ran before its page was loaded anew; the runs of now are noted when the page goes. */
export function usePastRuns(history: readonly Entry[]): readonly PastRun[] {
  const [past, setPast] = useState(NONE);
  const latest = useRef({ history, past });
  latest.current = { history, past };
  useEffect(() => {
    setPast(readPastRuns());
    const left = new AbortController();
    const keep = () => keepPastRuns(latest.current.history, latest.current.past);
    addEventListener('pagehide', keep, { signal: left.signal });
    return () => left.abort();
  }, []);
  return past;
}
