import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';
import {
  DATA_DIRECTORY,
  type LoadedCode,
  type LoadOptions,
  loadWhenItComes,
  type MemFs,
  memFsOf,
  whenLoaded,
} from './emscripten.ts';
import { growByDoubling } from './grow-files.ts';
import type { LateBundle } from './late-bundle.ts';
import { fileMaker } from './make-files.ts';
import type { Relations } from './manifest.ts';
import { contentsOf, packedBytes, type RelationContents, unpackedBytes } from './relations.ts';
import { canResume, resumeProcess } from './resume-process.ts';
import { shareContents } from './share-contents.ts';
import { type BootImage, type ImageFile, type LaterFile, readBoot } from './snapshot-image.ts';

const SETTINGS_FILE = 'postgresql.conf';

/** How a database is opened on an image. */
export interface Opening {
  /** Whether PostgreSQL goes on from the image's process; it is started on the image's files otherwise. */
  readonly resume: boolean;
  /** Brings what a start reads; waited for where the process cannot go on here after all. */
  readonly beforeStart?: () => Promise<void>;
  /** The engine's code, where PGlite is not to load its own. */
  readonly code?: Promise<WebAssembly.Module>;
  /** The engine's own files, likewise. */
  readonly bundle?: LateBundle;
}

/**
 * A file system that starts as a snapshot and copies a file when it is first written; where the image has a PostgreSQL that
 * has started, it goes on from there. The image itself is never changed, so any number of databases, one after the other or
 * at once, can be opened on the same bytes.
 */
export class SnapshotFs extends EmscriptenBuiltinFilesystem {
  readonly #boot: Promise<BootImage>;
  readonly #opening: Opening;
  #relations: RelationContents | undefined;
  #code: LoadedCode | undefined;

  /** Takes the image's first block, which may still be on its way. */
  constructor(boot: Uint8Array | Promise<Uint8Array>, opening: Opening) {
    super();
    this.#opening = opening;
    this.#boot = Promise.resolve(boot).then(readBoot);
    this.#boot.catch(() => undefined);
  }

  override async init(db: PGlite, options: LoadOptions): Promise<{ emscriptenOpts: LoadOptions }> {
    const amended = await super.init(db, options);
    const { code: coming, bundle } = this.#opening;
    if (coming) loadWhenItComes(amended.emscriptenOpts, coming);
    bundle?.mountIn(amended.emscriptenOpts);
    whenLoaded(amended.emscriptenOpts, (code) => {
      this.#code = code;
    });
    return amended;
  }

  override async initialSyncFs(): Promise<void> {
    const boot = await this.#boot;
    const shared = this.#mount(memFsOf(this.pg), boot);
    const { process } = boot;
    if (!this.#opening.resume || !process || !this.pg || !this.#code) return;
    if (canResume(this.#code, process))
      resumeProcess(this.pg, this.#code, process, () => shared.get(SETTINGS_FILE)?.() ?? false);
    else await this.#opening.beforeStart?.();
  }

  /** The engine's code, once it is loaded. */
  code(): LoadedCode {
    if (!this.#code) throw new Error('this PGlite was opened without loading its code');
    return this.#code;
  }

  /** Gives for each file whether it still is as stored. */
  #mount(fs: MemFs, { directories, files, later }: BootImage): ReadonlyMap<string, () => boolean> {
    growByDoubling(fs);
    const shared = new Map<string, () => boolean>();
    fs.mkdirTree(DATA_DIRECTORY, 0o700);
    for (const directory of directories) fs.mkdirTree(`${DATA_DIRECTORY}/${directory}`, 0o700);
    const makeFile = fileMaker(fs);
    const make = ({ path, mode }: ImageFile | LaterFile) => makeFile(`${DATA_DIRECTORY}/${path}`, mode);
    for (const file of files) {
      const node = make(file);
      if (file.bytes.length === 0) continue;
      shared.set(
        file.path,
        shareContents(node, file.bytes.length, () => file.bytes),
      );
    }
    for (const file of later) {
      shared.set(
        file.path,
        shareContents(make(file), file.size, () => this.#contentsOf(file)),
      );
    }
    return shared;
  }

  /** The settings file's text, once the image is complete. */
  async settings(): Promise<string> {
    const { files, later } = await this.#boot;
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
    const { later } = await this.#boot;
    const expected = relations.packed ? packedBytes(later) : unpackedBytes(later);
    if (relations.bytes.byteLength !== expected) throw new Error('the snapshot image is cut short');
    this.#relations = await contentsOf(relations);
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
