import type { DatasetRef } from '../engine/engine.ts';
import { pageEngine } from './engine.ts';

/** Whether the reader asked for little data, or the connection is slow. */
function isThrifty(): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  if (typeof connection !== 'object' || connection === null) return false;
  const saves = 'saveData' in connection && connection.saveData === true;
  const slow = 'effectiveType' in connection && /2g/.test(String(connection.effectiveType));
  return saves || slow;
}

/** Starts a page's database before its island is alive, where the page is there to be worked on. */
export function prepareEngine(dataset: DatasetRef): void {
  if (isThrifty()) return;
  try {
    pageEngine().prepare(dataset);
  } catch {
    // The island says what is wrong when it is used.
  }
}
