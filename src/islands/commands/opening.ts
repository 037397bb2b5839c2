import type { Progress } from '../../engine/engine.ts';
import { describeProgress } from '../block/progress-text.ts';
import type { Wait } from './wait-line.tsx';

/** The wait for a database that is not open yet: its files where they are still coming in, else its start. */
export function waitForOpening(progress: Progress | undefined): Wait {
  const fetching = progress?.phase === 'downloading' && progress.done < progress.total;
  return fetching
    ? { text: describeProgress(progress), share: progress.done / progress.total }
    : { text: describeProgress(undefined) };
}

/** The wait for a text that runs as soon as its database is open. */
export function waitForRun(opened: boolean, progress: Progress | undefined): Wait {
  return opened ? { text: 'Running' } : waitForOpening(progress);
}
