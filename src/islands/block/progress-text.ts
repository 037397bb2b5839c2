import type { Progress } from '../../engine/engine.ts';

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

/** What a wait is about, in a few words. */
export function describeProgress(progress: Progress | undefined): string {
  if (progress === undefined) return 'Starting PostgreSQL';
  if (progress.phase === 'downloading') {
    return `Fetching PostgreSQL and the data: ${megabytes(progress.done)} of ${megabytes(progress.total)} MB`;
  }
  return progress.phase === 'starting' ? 'Starting PostgreSQL' : 'Preparing the data';
}
