import { readdirSync, readFileSync } from 'node:fs';
import type { Plan } from '../plan.ts';
import { readPlan } from '../read-plan.ts';
import type { Recording } from './case.ts';

const fixtures = new URL('./fixtures/', import.meta.url);

/** Every recorded plan. For tests. */
export const recordings: readonly Recording[] = readdirSync(fixtures)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file): Recording[] => JSON.parse(readFileSync(new URL(file, fixtures), 'utf8')));

/** The recorded plan of that name, read. Throws where there is none, or it is no plan. */
export function recordedPlan(name: string): Plan {
  const recording = recordings.find((candidate) => candidate.name === name);
  const read = readPlan(recording?.json);
  if (read.kind !== 'plan') throw new Error(`${name}: ${read.message}`);
  return read.plan;
}
