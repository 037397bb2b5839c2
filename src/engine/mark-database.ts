import type { RunningProcess } from './database.ts';
import { functionTableOf, memFsOf, topOf } from './emscripten.ts';
import { markFiles } from './mark-files.ts';
import { markMemory } from './mark-memory.ts';
import { reseed } from './resume-process.ts';

/** Puts a database back to what it was when it was marked; false where that cannot be done, and it is to be opened anew. */
export type GoBack = () => boolean;

/** Memory that has grown stays: past this many times what it was at the mark, it is better let go. */
const MOST_GROWTH = 2;

/**
 * Marks a database that has nothing under way. Going back takes a tenth of what opening it again does, and comes to the
 * same: its memory and its files are those of the mark. Emscripten keeps what it knows of a library that was loaded since
 * outside of both, so there is no way back over one.
 */
export function markDatabase(process: RunningProcess): GoBack {
  const { db, code } = process;
  const { stackSave, stackRestore, wasmMemory } = db.Module;
  const stackPointer = stackSave();
  const functionTable = functionTableOf(code.exports);
  const functions = functionTable.length;
  const bytes = wasmMemory.buffer.byteLength;
  const [memory, files] = [markMemory(wasmMemory, topOf(code, wasmMemory)), markFiles(memFsOf(db))];
  return () => {
    // A library that was loaded has made the table longer.
    if (functionTable.length !== functions || wasmMemory.buffer.byteLength > MOST_GROWTH * bytes)
      return false;
    memory();
    files();
    reseed(code, new Uint8Array(wasmMemory.buffer));
    stackRestore(stackPointer);
    return true;
  };
}
