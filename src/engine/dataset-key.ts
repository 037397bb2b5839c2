import type { DatasetRef } from './engine.ts';

/** The same for databases that begin alike. */
export function datasetKey({ name, extensions, setup }: Omit<DatasetRef, 'afresh'>): string {
  return JSON.stringify([name, extensions ?? [], setup ?? '']);
}
