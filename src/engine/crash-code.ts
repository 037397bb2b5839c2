import { EngineFault, type FaultCode } from './engine.ts';

/** What browsers say of a module or a file that could not be fetched, and we of a worker's script. */
const NOT_LOADED =
  /dynamically imported module|importing a module script failed|failed to fetch|attempting to fetch resource|TypeError: load failed|its script could not be loaded/i;

export const PART_MISSING = 'a part of the engine could not be loaded';

/** Tells a machine without memory to spare, and a script that did not load, from a crash, by what the platform said. */
function crashCode(message: string): FaultCode {
  if (NOT_LOADED.test(message)) return 'part-missing';
  return /out of memory|allocation failed|could not allocate/i.test(message) ? 'out-of-memory' : 'crashed';
}

/** What happened in plain words, where what the platform said says it to nobody. */
const PLAIN: Partial<Record<FaultCode, string>> = {
  'part-missing': PART_MISSING,
  'out-of-memory': 'there is no memory left for the database',
};

/** The fault of a worker that ended, by what the platform said. */
export function crashFault(said: string): EngineFault {
  const code = crashCode(said);
  return new EngineFault(code, PLAIN[code] ?? said, { cause: said });
}
