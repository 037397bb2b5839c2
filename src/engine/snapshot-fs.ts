import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';
import {
  DATA_DIRECTORY,
  type LoadedCode,
  type LoadOptions,
  type MemFs,
  type MemNode,
  memFsOf,
  whenLoaded,
} from './emscripten.ts';
import type { Relations } from './manifest.ts';
import { contentsOf, packedBytes, type RelationContents, unpackedBytes } from './relations.ts';
import { resumeProcess } from './resume-process.ts';
import { shareContents } from './share-contents.ts';
import { type BootImage, type Image, type ImageFile, type LaterFile, readBoot } from './snapshot-image.ts';

const SETTINGS_FILE = 'postgresql.conf';
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
 * A file system that starts as a snapshot and copies a file when it is first written; where the image has a PostgreSQL that
 * has started, it goes on from there. The image itself is never changed, so any number of databases, one after the other or
 * at once, can be opened on the same bytes.
 */
export class SnapshotFs extends EmscriptenBuiltinFilesystem {
  readonly #boot: BootImage;
  readonly #resume: boolean;
  #relations: RelationContents | undefined;
  #code: LoadedCode | undefined;

  /** Takes the image's first block; PostgreSQL starts on it, or where `resume` says so goes on from its process. */
  constructor(boot: Uint8Array, resume: boolean) {
    super();
    this.#resume = resume;
    this.#boot = readBoot(boot);
  }

  override async init(db: PGlite, options: LoadOptions): Promise<{ emscriptenOpts: LoadOptions }> {
    const amended = await super.init(db, options);
    whenLoaded(amended.emscriptenOpts, (code) => {
      this.#code = code;
    });
    return amended;
  }

  override async initialSyncFs(): Promise<void> {
    const fs = memFsOf(this.pg);
    const shared = this.#mount(fs);
    const { process } = this.#boot;
    if (!this.#resume || !process || !this.pg || !this.#code) return;
    resumeProcess(this.pg, this.#code, process, () => shared.get(SETTINGS_FILE)?.() ?? false);
  }

  /** The engine's code, once it is loaded. */
  code(): LoadedCode {
    if (!this.#code) throw new Error('this PGlite was opened without loading its code');
    return this.#code;
  }

  /** Gives for each file whether it still is as stored. */
  #mount(fs: MemFs): ReadonlyMap<string, () => boolean> {
    const shared = new Map<string, () => boolean>();
    fs.mkdirTree(DATA_DIRECTORY, 0o700);
    for (const directory of this.#boot.directories) fs.mkdirTree(`${DATA_DIRECTORY}/${directory}`, 0o700);
    const makeFile = fileMaker(fs);
    for (const file of this.#boot.files) {
      const node = makeFile(file);
      if (file.bytes.length === 0) continue;
      shared.set(
        file.path,
        shareContents(node, file.bytes.length, () => file.bytes),
      );
    }
    for (const file of this.#boot.later) {
      shared.set(
        file.path,
        shareContents(makeFile(file), file.size, () => this.#contentsOf(file)),
      );
    }
    return shared;
  }

  /** The settings file's text, once the image is complete. */
  settings(): string {
    const { files, later } = this.#boot;
    const small = files.find(({ path }) => path === SETTINGS_FILE)?.bytes;
    const large = later.find(({ path }) => path === SETTINGS_FILE);
    const bytes = small ?? (large && this.#contentsOf(large));
    return new TextDecoder().decode(bytes?.slice());
  }

  #contentsOf(file: LaterFile): Uint8Array {
    if (!this.#relations) throw new Error(`${file.path} was touched before its contents had arrived`);
    return this.#relations(file);
  }

  /** Hands over the image's second block, before anything is asked of PostgreSQL; where it is started, before that. */
  async complete(relations: Relations): Promise<void> {
    const expected = relations.packed ? packedBytes(this.#boot.later) : unpackedBytes(this.#boot.later);
    if (relations.bytes.byteLength !== expected) throw new Error('the snapshot image is cut short');
    this.#relations = await contentsOf(relations);
  }
}

/** The data directory's directories below `path`, and the files that are `wanted`. */
export function collect(
  fs: MemFs,
  path: string,
  into: { readonly directories: string[]; readonly files: ImageFile[] },
  wanted: (path: string) => boolean,
): void {
  for (const name of fs.readdir(path ? `${DATA_DIRECTORY}/${path}` : DATA_DIRECTORY).sort()) {
    if (name === '.' || name === '..') continue;
    const child = path ? `${path}/${name}` : name;
    const { mode } = fs.stat(`${DATA_DIRECTORY}/${child}`);
    if (fs.isDir(mode)) {
      into.directories.push(child);
      collect(fs, child, into, wanted);
    } else if (wanted(child)) {
      into.files.push({ path: child, mode: mode & 0o777, bytes: fs.readFile(`${DATA_DIRECTORY}/${child}`) });
    }
  }
}

/** Keeps the data directory as it is after PostgreSQL's clean shutdown: read `image` once `close()` has resolved. */
export class CapturingFs extends EmscriptenBuiltinFilesystem {
  image: Image | undefined;

  override async closeFs(): Promise<void> {
    const into: { directories: string[]; files: ImageFile[] } = { directories: [], files: [] };
    collect(memFsOf(this.pg), '', into, (path) => path !== 'postmaster.pid');
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
