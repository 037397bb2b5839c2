import type { FaultCode } from './engine.ts';

/** What browsers say of a module that could not be fetched, and we of a worker's script. */
const NOT_LOADED =
  /dynamically imported module|importing a module script failed|its script could not be loaded/i;

/** Tells a machine without memory to spare, and a script that did not load, from a crash, by what the platform said. */
export function crashCode(message: string): FaultCode {
  if (NOT_LOADED.test(message)) return 'part-missing';
  return /out of memory|allocation failed|could not allocate/i.test(message) ? 'out-of-memory' : 'crashed';
}
