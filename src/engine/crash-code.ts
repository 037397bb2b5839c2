import type { FaultCode } from './engine.ts';

/** Tells a machine without memory to spare from a crash, by what the platform said. */
export function crashCode(message: string): FaultCode {
  return /out of memory|allocation failed|could not allocate/i.test(message) ? 'out-of-memory' : 'crashed';
}
