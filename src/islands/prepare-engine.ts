import type { DatasetRef } from '../engine/engine.ts';
import { isThrifty } from './connection.ts';
import { pageEngine } from './engine.ts';

/** Starts a page's database before its island is alive, where the page is there to be worked on. */
export function prepareEngine(dataset: DatasetRef): void {
  if (isThrifty()) return;
  try {
    pageEngine().prepare(dataset);
  } catch {
    // The island says what is wrong when it is used.
  }
}
