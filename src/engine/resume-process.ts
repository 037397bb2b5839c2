import type { PGlite } from '@electric-sql/pglite';
import { DATA_DIRECTORY, functionTableOf, type LoadedCode, type MemFs, memFsOf } from './emscripten.ts';
import { type OpenStream, type Process, type ProcessImage, writeMemory } from './process-image.ts';

const PIPE = /^pipe\[/;

/** Room below the stack for the two numbers that `pipe2` answers with. */
const PIPE_ROOM = 64;

function makePipe({ imports }: LoadedCode, address: number): void {
  const pipe = imports.env?.__syscall_pipe2;
  if (typeof pipe !== 'function') throw new Error('this PGlite has no pipes to open again');
  pipe(address, 0);
}

/** Opens what the process had open, each under its number. What every process has from the beginning is there. */
function openAgain(fs: MemFs, streams: readonly OpenStream[], pipe: () => void): void {
  for (const { fd, path, flags, position } of streams) {
    if (fs.streams[fd]) continue;
    if (PIPE.test(path)) pipe();
    else fs.open(path, flags).position = position;
    const opened = fs.streams.at(fd);
    if (opened?.path !== path) throw new Error(`${path} did not come back as file ${fd}`);
  }
}

/** A process that went on twice from the same place would draw the same numbers by chance. */
export function reseed({ exports }: LoadedCode, memory: Uint8Array): void {
  const state = exports.pg_global_prng_state;
  if (!(state instanceof WebAssembly.Global))
    throw new Error('this PGlite hides where its chance comes from');
  memory.set(crypto.getRandomValues(new Uint8Array(16)), state.value);
}

function resume(db: PGlite, code: LoadedCode, image: ProcessImage): void {
  const engine = db.Module;
  const fs = memFsOf(db);
  for (const { path, mode, bytes } of image.files) fs.writeFile(`${DATA_DIRECTORY}/${path}`, bytes, { mode });
  fs.chdir(image.workingDirectory);
  openAgain(fs, image.streams, () => makePipe(code, engine.stackSave() - PIPE_ROOM));
  const memory = new Uint8Array(engine.wasmMemory.buffer);
  writeMemory(image, memory);
  reseed(code, memory);
  engine.stackRestore(image.stackPointer);
}

/**
 * Whether pointers to functions in the process's memory point to the same ones here: a browser that counts the engine's
 * functions in another way has to start a process of its own.
 */
export function canResume({ exports }: LoadedCode, { functions }: Process): boolean {
  return functionTableOf(exports).length === functions;
}

/**
 * Makes `db`, whose code is loaded and has not started, the process of the image; PGlite's own start then finds everything
 * done. Call it before libraries are loaded, which take memory of the process's. What PGlite wants to start has to be what
 * the image was started as: it throws at other arguments, and where `asStored` says that the settings have changed.
 */
export function resumeProcess(
  db: PGlite,
  code: LoadedCode,
  image: ProcessImage,
  asStored: () => boolean,
): void {
  resume(db, code, image);
  const engine = db.Module;
  engine.callMain = (args = []) => {
    if (args.join('\n') === image.args.join('\n') && asStored()) return image.status;
    throw new Error('PostgreSQL is to be started with other settings than the process that goes on');
  };
  engine._pgl_startPGlite = () => undefined;
  db._initArrayTypes = async () => undefined;
}
