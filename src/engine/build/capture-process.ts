import { PGlite } from '@electric-sql/pglite';
import { functionTableOf, type LoadOptions, memFsOf, topOf, whenLoaded } from '../emscripten.ts';
import { type MemoryRange, memoryBytes, type Process, type ProcessImage } from '../process-image.ts';
import { contentsOf, type RelationContents } from '../relations.ts';
import { SnapshotFs, startOptions } from '../snapshot-fs.ts';
import { type ImageFile, readBoot } from '../snapshot-image.ts';
import { collect } from './captured-files.ts';

/** Memory is compared and kept in pages of this many bytes. */
const PAGE = 4096;

/** What memory holds where nothing was written. */
const UNTOUCHED = Buffer.alloc(PAGE);

/**
 * Memory at three moments: with the code loaded and nothing run, when PostgreSQL is about to start, and now. Each as far as
 * it had been asked for by then.
 */
interface Memories {
  readonly loaded: Buffer;
  readonly before: Buffer;
  readonly now: Buffer;
}

/** Memory's page at a place, which may end in the middle of it or before it. */
function pageOf(memory: Buffer, at: number, size: number): Buffer {
  const page = memory.subarray(at, at + size);
  if (page.length === size) return page;
  const untouched = UNTOUCHED.subarray(0, size);
  return page.length === 0 ? untouched : Buffer.concat([page, untouched], size);
}

/**
 * What has to be written into loaded code's memory to make it what it is now. Pages that were changed before the start are
 * kept as well, whatever they hold now: elsewhere they may have been changed otherwise.
 */
function changedRanges({ loaded, before, now }: Memories): readonly MemoryRange[] {
  const ranges: { at: number; size: number }[] = [];
  for (let at = 0; at < now.length; at += PAGE) {
    const is = now.subarray(at, at + PAGE);
    const [was, then] = [pageOf(loaded, at, is.length), pageOf(before, at, is.length)];
    if (was.equals(is) && was.equals(then)) continue;
    const last = ranges.at(-1);
    if (last && last.at + last.size === at) last.size += is.length;
    else ranges.push({ at, size: is.length });
  }
  return ranges;
}

function cutOut(ranges: readonly MemoryRange[], memory: Buffer): Uint8Array {
  const contents = new Uint8Array(memoryBytes({ ranges }));
  let to = 0;
  for (const { at, size } of ranges) {
    contents.set(memory.subarray(at, at + size), to);
    to += size;
  }
  return contents;
}

/** Watches a start: what it was started with, and memory before it. */
class WatchedFs extends SnapshotFs {
  started: Pick<Process, 'args' | 'status' | 'functions'> | undefined;
  loaded: Buffer = Buffer.alloc(0);
  before: Buffer = Buffer.alloc(0);
  #top: (() => number) | undefined;

  /** Memory as far as it is asked for: to look at the rest of it takes seconds on some machines. */
  touched({ buffer }: WebAssembly.Memory): Buffer {
    return Buffer.from(buffer, 0, this.#top?.());
  }

  override async init(db: PGlite, options: LoadOptions): Promise<{ emscriptenOpts: LoadOptions }> {
    const amended = await super.init(db, options);
    const memory = amended.emscriptenOpts.wasmMemory;
    if (!memory) throw new Error('this PGlite does not show its memory');
    whenLoaded(amended.emscriptenOpts, (code) => {
      this.#top = topOf(code, memory);
      this.loaded = Buffer.from(this.touched(memory));
    });
    return amended;
  }

  override async initialSyncFs(): Promise<void> {
    await super.initialSyncFs();
    const engine = this.pg?.Module;
    if (!engine) throw new Error('a file system without a PGlite');
    const start = engine.callMain;
    const functions = functionTableOf(this.code().exports).length;
    engine.callMain = (args = []) => {
      this.before = Buffer.from(this.touched(engine.wasmMemory));
      const given = [...args];
      const status = start(args);
      this.started = { args: given, status, functions };
      return status;
    };
  }
}

/** The files that differ from those of the image that the process was started on. */
function changedFiles(db: PGlite, boot: Uint8Array, contents: RelationContents): readonly ImageFile[] {
  const { files, later } = readBoot(boot);
  const known = new Map(files.map(({ path, bytes }) => [path, bytes]));
  for (const file of later) known.set(file.path, contents(file));
  const found: { directories: string[]; files: ImageFile[] } = { directories: [], files: [] };
  collect(memFsOf(db), '', found, () => true);
  return found.files.filter(({ path, bytes }) => {
    const before = known.get(path);
    return !before || !Buffer.from(before).equals(bytes);
  });
}

/** Starts PostgreSQL on an image's two blocks and gives it as it is then, with nothing asked of it yet. */
export async function captureProcess(
  boot: Uint8Array,
  relations: ArrayBuffer,
  statisticsTarget: number,
): Promise<ProcessImage> {
  const fs = new WatchedFs(boot, { resume: false });
  const second = { bytes: relations, packed: true };
  await fs.complete(second);
  const db = await PGlite.create({ fs, ...startOptions(statisticsTarget) });
  const { stackSave, wasmMemory } = db.Module;
  const { loaded, before, started } = fs;
  if (!started) throw new Error('PGlite was opened without starting PostgreSQL');
  const now = fs.touched(wasmMemory);
  const ranges = changedRanges({ loaded, before, now });
  const memFs = memFsOf(db);
  return {
    ...started,
    workingDirectory: memFs.cwd(),
    stackPointer: stackSave(),
    streams: memFs.streams.flatMap((stream) => {
      if (!stream) return [];
      const { fd, path, flags, position = 0 } = stream;
      return [{ fd, path, flags, position }];
    }),
    ranges,
    files: changedFiles(db, boot, await contentsOf(second)),
    memory: cutOut(ranges, now),
  };
}
