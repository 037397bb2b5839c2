import { formatKb } from './format-figures.ts';
import type { NodeActual } from './plan.ts';

/**
 * Where a node kept its rows: ` in memory`, ` on disk (4 MB)`. PostgreSQL before 18 does not say so itself: there the pages
 * of temporary files tell, and without BUFFERS nothing does.
 */
export function keptWhere({ storage, exclusiveBuffers }: NodeActual): string {
  if (storage !== undefined) return storage.onDisk ? ` on disk (${formatKb(storage.kb)})` : ' in memory';
  if (exclusiveBuffers === undefined) return '';
  return exclusiveBuffers.tempRead + exclusiveBuffers.tempWritten > 0 ? ' on disk' : ' in memory';
}
