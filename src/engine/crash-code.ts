import { EngineFault, type FaultCode } from './engine.ts';

/** What browsers say of a module or a file that could not be fetched, and we of a worker's script. */
const NOT_LOADED =
  /dynamically imported module|importing a module script failed|failed to fetch|attempting to fetch resource|TypeError: load failed|its script could not be loaded/i;

export const PART_MISSING = 'a part of the engine could not be loaded';

/** Tells a machine without memory to spare, and a script that did not load, from a crash, by what the platform said. */
export function crashCode(message: string): FaultCode {
  if (NOT_LOADED.test(message)) return 'part-missing';
  return /out of memory|allocation failed|could not allocate/i.test(message) ? 'out-of-memory' : 'crashed';
}

/** The fault of a worker that ended, by what the platform said. */
export function crashFault(said: string): EngineFault {
  const code = crashCode(said);
  return new EngineFault(code, code === 'part-missing' ? PART_MISSING : said);
}
