import type { DatasetRef } from '../engine/engine.ts';
import { createLab, type Lab } from '../session/lab.ts';
import { pageEngine } from './engine.ts';

export type { Lab } from '../session/lab.ts';

/** A database to try things on, for a lesson's blocks, the playground and the workbench's scratch tab. */
export async function openLab(dataset: DatasetRef): Promise<Lab> {
  return createLab(pageEngine(), dataset);
}
