import type { ImageFile } from './snapshot-image.ts';

/**
 * A PostgreSQL that has started, as it is stored beside its files: its memory and what it holds open. It goes on from there
 * wherever the same engine is loaded with the same settings, so that no reader waits for a start.
 */
export interface ProcessImage extends Process {
  /** The files that it has changed since it was last shut down. */
  readonly files: readonly ImageFile[];
  /** The ranges' contents, one after the other. */
  readonly memory: Uint8Array;
}

/** What a process is, but for its contents. */
export interface Process {
  /** The arguments it was started with, and what the start returned. */
  readonly args: readonly string[];
  readonly status: number;
  readonly workingDirectory: string;
  readonly stackPointer: number;
  /** How many functions its table held when it was about to start. */
  readonly functions: number;
  /** Open files, by the number that the process knows them by. */
  readonly streams: readonly OpenStream[];
  /** Where memory differs from that of an engine that has just been loaded, in bytes. */
  readonly ranges: readonly MemoryRange[];
}

export interface OpenStream {
  readonly fd: number;
  readonly path: string;
  readonly flags: number;
  readonly position: number;
}

export interface MemoryRange {
  readonly at: number;
  readonly size: number;
}

/** Bytes of the ranges together. */
export function memoryBytes({ ranges }: Pick<Process, 'ranges'>): number {
  return ranges.reduce((sum, { size }) => sum + size, 0);
}

/** Writes the ranges where they belong. */
export function writeMemory({ ranges, memory }: ProcessImage, into: Uint8Array): void {
  let from = 0;
  for (const { at, size } of ranges) {
    into.set(memory.subarray(from, from + size), at);
    from += size;
  }
}
