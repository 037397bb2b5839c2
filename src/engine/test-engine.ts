import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { createNodeEngine } from './node-engine.ts';

/**
 * The engine on the snapshots that ship, for tests whose SQL is their own: a thread serves one database after another,
 * which spares each of them half of its opening. What may be hostile asks for `createNodeEngine`, where each database
 * has a thread that nothing ran in before.
 */
export function openTestEngine(): Promise<Engine> {
  return createNodeEngine(join(import.meta.dirname, '../../public/engine'), { kept: 1 });
}
