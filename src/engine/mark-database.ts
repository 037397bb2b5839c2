import type { RunningProcess } from './database.ts';
import { memFsOf } from './emscripten.ts';
import { markFiles } from './mark-files.ts';
import { markMemory } from './mark-memory.ts';
import { reseed } from './resume-process.ts';

/** Puts a database back to what it was when it was marked; false where that cannot be done, and it is to be opened anew. */
export type GoBack = () => boolean;

/** The length of the table of functions: a library that is loaded makes it longer. */
function functionsOf({ code }: RunningProcess): number {
  const table = code.exports.__indirect_function_table;
  if (!(table instanceof WebAssembly.Table)) throw new Error('this PGlite hides its table of functions');
  return table.length;
}

/** Where the memory that a process has asked for ends, in bytes: Emscripten keeps it in that memory. */
function topOf({ code, db }: RunningProcess): () => number {
  const placeOfTop = code.exports.emscripten_get_sbrk_ptr;
  if (typeof placeOfTop !== 'function') throw new Error('this PGlite hides where its memory ends');
  const place: unknown = placeOfTop();
  if (typeof place !== 'number') throw new Error('this PGlite hides where its memory ends');
  return () => new DataView(db.Module.wasmMemory.buffer).getUint32(place, true);
}

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
  const functions = functionsOf(process);
  const bytes = wasmMemory.buffer.byteLength;
  const [memory, files] = [markMemory(wasmMemory, topOf(process)), markFiles(memFsOf(db))];
  return () => {
    if (functionsOf(process) !== functions || wasmMemory.buffer.byteLength > MOST_GROWTH * bytes)
      return false;
    memory();
    files();
    reseed(code, new Uint8Array(wasmMemory.buffer));
    stackRestore(stackPointer);
    return true;
  };
}
