import { PGlite } from '@electric-sql/pglite';
import type { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';
import { exportAsInTable } from './function-table.ts';

/** How Emscripten's in-memory file system gives a file room, for all files alike. */
interface MemStorage {
  /** Sees to room for so many bytes. */
  expandFileStorage: (node: MemNode, size: number) => void;
  /** Makes a file so long. */
  resizeFileStorage: (node: MemNode, size: number) => void;
}

/** The part of Emscripten's in-memory file system that copy-on-write leans on. */
export interface MemNode {
  readonly mount: { readonly type: object };
  readonly name: string;
  readonly parent: MemNode;
  readonly mode: number;
  contents: Uint8Array;
  usedBytes: number;
  stream_ops: StreamOps;
  readonly node_ops: {
    readonly mknod?: (parent: MemNode, name: string, mode: number, device: number) => MemNode;
  };
}

/** Bytes of a buffer from `offset` on, read from or written to a file from `position` on; gives how many were. */
type Transfer = (
  stream: MemStream,
  buffer: Uint8Array,
  offset: number,
  length: number,
  position: number,
  canOwn?: boolean,
) => number;

export interface StreamOps {
  readonly read: Transfer;
  readonly write: Transfer;
}

export interface MemStream {
  readonly fd: number;
  readonly path: string;
  readonly flags: number;
  readonly node: MemNode;
  position: number;
  stream_ops: StreamOps;
}

export interface MemFs {
  readonly root: MemNode;
  /** By number. */
  readonly streams: (MemStream | null)[];
  mkdirTree(path: string, mode?: number): void;
  lookupPath(path: string): { node: MemNode };
  readdir(path: string): string[];
  stat(path: string): { mode: number };
  isDir(mode: number): boolean;
  isFile(mode: number): boolean;
  /** Paths are found by a table of names, which each node of the tree has to stand in. */
  hashAddNode(node: MemNode): void;
  hashRemoveNode(node: MemNode): void;
  readFile(path: string): Uint8Array;
  writeFile(path: string, contents: Uint8Array, options: { readonly mode: number }): void;
  open(path: string, flags: number): MemStream;
  cwd(): string;
  chdir(path: string): void;
}

/** What a directory holds, by name. Emscripten keeps it where a file has its bytes. Throws where it is a file. */
export function entriesOf(directory: MemNode): Record<string, MemNode> {
  const entries: unknown = directory.contents;
  if (typeof entries !== 'object' || entries === null || ArrayBuffer.isView(entries))
    throw new Error(`${directory.name} is no directory`);
  return entries as Record<string, MemNode>;
}

export const DATA_DIRECTORY = PGlite.paths.PGDATA;

/** The file system of a PGlite. Throws where it has none in memory. */
export function memFsOf(db: PGlite | undefined): MemFs {
  const fs: unknown = db?.Module.FS;
  if (typeof fs !== 'object' || fs === null || !('lookupPath' in fs) || !('mkdirTree' in fs)) {
    throw new Error('this PGlite has no in-memory file system to mount a snapshot on');
  }
  return fs as MemFs;
}

/** Where files get their room. Throws where the file system keeps it elsewhere. */
export function storageOf(fs: MemFs): MemStorage {
  const storage = fs.root.mount.type;
  if ('expandFileStorage' in storage && 'resizeFileStorage' in storage) return storage as MemStorage;
  throw new Error('this PGlite does not show how its files grow');
}

/** What Emscripten's factory is given. */
export type LoadOptions = Parameters<EmscriptenBuiltinFilesystem['init']>[1] & {
  instantiateWasm?: LoadCode;
};

type LoadCode = (
  imports: WebAssembly.Imports,
  done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
) => WebAssembly.Exports | undefined;

/** The engine's code, loaded into memory of its own; nothing of it has run. */
export interface LoadedCode {
  readonly imports: WebAssembly.Imports;
  readonly exports: WebAssembly.Exports;
}

/** Where the engine's functions stand by number. Throws where the code does not show it. */
export function functionTableOf(exports: WebAssembly.Exports): WebAssembly.Table {
  const table = exports.__indirect_function_table;
  if (table instanceof WebAssembly.Table) return table;
  throw new Error('this PGlite hides its table of functions');
}

/**
 * Gives where the memory that the engine has asked for ends, in bytes: above it nothing was ever written. Emscripten keeps
 * that in the same memory. Throws where the code does not show it.
 */
export function topOf({ exports }: LoadedCode, memory: WebAssembly.Memory): () => number {
  const { emscripten_get_sbrk_ptr: placeOfTop } = exports;
  const place: unknown = typeof placeOfTop === 'function' ? placeOfTop() : undefined;
  if (typeof place !== 'number') throw new Error('this PGlite hides where its memory ends');
  return () => new DataView(memory.buffer).getUint32(place, true);
}

/** Has the engine's code loaded when it comes, which may be after everything else that can be made ready. */
export function loadWhenItComes(options: LoadOptions, coming: Promise<WebAssembly.Module>): void {
  options.instantiateWasm = (imports, done) => {
    void coming.then(async (module) => done(await WebAssembly.instantiate(module, imports), module));
    return {};
  };
}

/** Hands out the engine's code as soon as it is loaded. */
export function whenLoaded(options: LoadOptions, take: (code: LoadedCode) => void): void {
  const load = options.instantiateWasm;
  if (!load) throw new Error('this PGlite does not say when its code is loaded');
  const watched: LoadCode = (imports, done) =>
    load(imports, (instance, module) => {
      const settled = exportAsInTable(instance, functionTableOf(instance.exports));
      take({ imports, exports: settled.exports });
      done(settled, module);
    });
  options.instantiateWasm = watched;
}
