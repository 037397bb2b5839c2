import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';
import type { Relations } from './manifest.ts';
import { contentsOf, packedBytes, type RelationContents, unpackedBytes } from './relations.ts';
import { type BootImage, type Image, type ImageFile, type LaterFile, readBoot } from './snapshot-image.ts';

/** The part of Emscripten's in-memory file system that copy-on-write leans on. */
interface MemNode {
  contents: Uint8Array;
  usedBytes: number;
  stream_ops: StreamOps;
  readonly node_ops: {
    readonly mknod?: (parent: MemNode, name: string, mode: number, device: number) => MemNode;
  };
}

type Transfer = (...args: readonly unknown[]) => number;

interface StreamOps {
  readonly read: Transfer;
  readonly write: Transfer;
}

interface MemFs {
  mkdirTree(path: string, mode?: number): void;
  lookupPath(path: string): { node: MemNode };
  readdir(path: string): string[];
  stat(path: string): { mode: number };
  isDir(mode: number): boolean;
  readFile(path: string): Uint8Array;
}

const DATA_DIRECTORY = PGlite.paths.PGDATA;

function memFsOf(db: PGlite | undefined): MemFs {
  const fs: unknown = db?.Module.FS;
  if (typeof fs !== 'object' || fs === null || !('lookupPath' in fs) || !('mkdirTree' in fs)) {
    throw new Error('this PGlite has no in-memory file system to mount a snapshot on');
  }
  return fs as MemFs;
}

const REGULAR_FILE = 0o100000;

/** Gives how to make empty files: straight in their directories' nodes, since a thousand paths take long to resolve. */
function fileMaker(fs: MemFs): (file: { readonly path: string; readonly mode: number }) => MemNode {
  const directories = new Map<string, MemNode>();
  const directoryOf = (path: string): MemNode => {
    const known = directories.get(path);
    if (known) return known;
    const { node } = fs.lookupPath(`${DATA_DIRECTORY}/${path}`);
    directories.set(path, node);
    return node;
  };
  return ({ path, mode }) => {
    const slash = path.lastIndexOf('/');
    const directory = directoryOf(path.slice(0, Math.max(0, slash)));
    const made = directory.node_ops.mknod?.(directory, path.slice(slash + 1), REGULAR_FILE | mode, 0);
    if (!made) throw new Error(`${path} of the snapshot image lies in no directory`);
    return made;
  };
}

/**
 * Lets a file's contents be asked for when something first looks at them, and be shared until something writes to them.
 * A file that is open keeps the operations that it was opened with, so they stay true after both.
 */
function shareContents(node: MemNode, size: number, contents: () => Uint8Array): void {
  let shared: Uint8Array | undefined;
  const settle = (value: Uint8Array) =>
    Object.defineProperty(node, 'contents', { value, writable: true, enumerable: true, configurable: true });
  const look = (): Uint8Array => {
    shared = contents();
    settle(shared);
    return shared;
  };
  const plain = node.stream_ops;
  node.usedBytes = size;
  Object.defineProperty(node, 'contents', { get: look, set: settle, enumerable: true, configurable: true });
  node.stream_ops = {
    ...plain,
    write: (...args) => {
      const before = node.contents;
      if (before === shared) node.contents = before.slice();
      node.stream_ops = plain;
      return plain.write(...args);
    },
  };
}

/**
 * A file system that starts as a snapshot and copies a file when it is first written. The image itself is never
 * changed, so any number of databases, one after the other or at once, can be opened on the same bytes.
 */
export class SnapshotFs extends EmscriptenBuiltinFilesystem {
  readonly #boot: BootImage;
  #relations: RelationContents | undefined;

  /** Takes the image's first block; PostgreSQL can start on it. */
  constructor(boot: Uint8Array) {
    super();
    this.#boot = readBoot(boot);
  }

  override async initialSyncFs(): Promise<void> {
    const fs = memFsOf(this.pg);
    fs.mkdirTree(DATA_DIRECTORY, 0o700);
    for (const directory of this.#boot.directories) fs.mkdirTree(`${DATA_DIRECTORY}/${directory}`, 0o700);
    const makeFile = fileMaker(fs);
    for (const file of this.#boot.files) {
      const node = makeFile(file);
      if (file.bytes.length > 0) shareContents(node, file.bytes.length, () => file.bytes);
    }
    for (const file of this.#boot.later) {
      shareContents(makeFile(file), file.size, () => this.#contentsOf(file));
    }
  }

  #contentsOf(file: LaterFile): Uint8Array {
    if (!this.#relations) throw new Error(`${file.path} was touched before its contents had arrived`);
    return this.#relations(file);
  }

  /** Hands over the image's second block, after PostgreSQL has started and before anything is asked of it. */
  async complete(relations: Relations): Promise<void> {
    const expected = relations.packed ? packedBytes(this.#boot.later) : unpackedBytes(this.#boot.later);
    if (relations.bytes.byteLength !== expected) throw new Error('the snapshot image is cut short');
    this.#relations = await contentsOf(relations);
  }
}

function collect(fs: MemFs, path: string, into: { directories: string[]; files: ImageFile[] }): void {
  for (const name of fs.readdir(path ? `${DATA_DIRECTORY}/${path}` : DATA_DIRECTORY).sort()) {
    if (name === '.' || name === '..' || name === 'postmaster.pid') continue;
    const child = path ? `${path}/${name}` : name;
    const { mode } = fs.stat(`${DATA_DIRECTORY}/${child}`);
    if (fs.isDir(mode)) {
      into.directories.push(child);
      collect(fs, child, into);
    } else {
      into.files.push({ path: child, mode: mode & 0o777, bytes: fs.readFile(`${DATA_DIRECTORY}/${child}`) });
    }
  }
}

/** Keeps the data directory as it is after PostgreSQL's clean shutdown: read `image` once `close()` has resolved. */
export class CapturingFs extends EmscriptenBuiltinFilesystem {
  image: Image | undefined;

  override async closeFs(): Promise<void> {
    const into = { directories: [], files: [] };
    collect(memFsOf(this.pg), '', into);
    this.image = into;
  }
}

/** The engine's start options, the same wherever a session is opened, so that plans and pages are the same too. */
export function startOptions(statisticsTarget: number): Pick<PGliteOptions, 'startParams'> {
  const settings = {
    shared_buffers: '32MB',
    max_stack_depth: '100kB',
    // A scan that begins in the middle of a table gives rows in another order.
    synchronize_seqscans: 'off',
    temp_file_limit: '64MB',
    default_statistics_target: String(statisticsTarget),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return { startParams: [...PGlite.defaultStartParams, ...flags] };
}
