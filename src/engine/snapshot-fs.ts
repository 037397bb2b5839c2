import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';
import { type Image, type ImageFile, readImage } from './snapshot-image.ts';

/** The part of Emscripten's in-memory file system that copy-on-write leans on. */
interface MemNode {
  contents: Uint8Array;
  usedBytes: number;
  stream_ops: { write: (...args: readonly unknown[]) => number };
}

interface MemFs {
  mkdirTree(path: string, mode?: number): void;
  writeFile(path: string, data: Uint8Array): void;
  chmod(path: string, mode: number): void;
  lookupPath(path: string): { node: MemNode };
  readdir(path: string): string[];
  stat(path: string): { mode: number };
  isDir(mode: number): boolean;
  readFile(path: string): Uint8Array;
}

const DATA_DIRECTORY = PGlite.paths.PGDATA;
const EMPTY = new Uint8Array(0);

function memFsOf(db: PGlite | undefined): MemFs {
  const fs: unknown = db?.Module.FS;
  if (typeof fs !== 'object' || fs === null || !('lookupPath' in fs) || !('mkdirTree' in fs)) {
    throw new Error('this PGlite has no in-memory file system to mount a snapshot on');
  }
  return fs as MemFs;
}

/** Makes a file whose contents are a view into the image until something writes to it. */
function mountFile(fs: MemFs, file: ImageFile): void {
  const path = `${DATA_DIRECTORY}/${file.path}`;
  fs.writeFile(path, EMPTY);
  fs.chmod(path, file.mode);
  if (file.bytes.length === 0) return;
  const { node } = fs.lookupPath(path);
  node.contents = file.bytes;
  node.usedBytes = file.bytes.length;
  const shared = node.stream_ops;
  node.stream_ops = {
    ...shared,
    write: (...args) => {
      if (node.contents === file.bytes) node.contents = file.bytes.slice();
      node.stream_ops = shared;
      return shared.write(...args);
    },
  };
}

/**
 * A file system that starts as a snapshot and copies a file when it is first written. The image itself is never
 * changed, so any number of databases, one after the other or at once, can be opened on the same bytes.
 */
export class SnapshotFs extends EmscriptenBuiltinFilesystem {
  readonly #packed: Uint8Array;

  constructor(packed: Uint8Array) {
    super();
    this.#packed = packed;
  }

  override async initialSyncFs(): Promise<void> {
    const fs = memFsOf(this.pg);
    const image = readImage(this.#packed);
    fs.mkdirTree(DATA_DIRECTORY, 0o700);
    for (const directory of image.directories) fs.mkdirTree(`${DATA_DIRECTORY}/${directory}`, 0o700);
    for (const file of image.files) mountFile(fs, file);
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
    max_stack_depth: '200kB',
    // A scan that begins in the middle of a table gives rows in another order.
    synchronize_seqscans: 'off',
    temp_file_limit: '64MB',
    default_statistics_target: String(statisticsTarget),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return { startParams: [...PGlite.defaultStartParams, ...flags] };
}
