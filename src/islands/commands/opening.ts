import type { Progress } from '../../engine/engine.ts';
import type { Wait } from './wait-line.tsx';

const STARTING: Wait = { text: 'Starting PostgreSQL' };
/** What fetches the files has not said yet how many they are: on a slow line it has to come itself. */
const FETCHING: Wait = { text: 'Fetching PostgreSQL and the data' };

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

/** The wait for a database that is not open yet: its files where they are still coming in, else its start. */
export function waitForOpening(progress: Progress | undefined): Wait {
  if (!progress) return FETCHING;
  if (progress.phase !== 'downloading' || progress.done >= progress.total) return STARTING;
  const { done, total } = progress;
  return {
    text: `Fetching PostgreSQL and the data: ${megabytes(done)} of ${megabytes(total)} MB`,
    spoken: 'Fetching PostgreSQL and the data',
    share: done / total,
  };
}

/** The wait for a text that runs as soon as its database is open. */
export function waitForRun(opened: boolean, progress: Progress | undefined): Wait {
  return opened ? { text: 'Running' } : waitForOpening(progress);
}
