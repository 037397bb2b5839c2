import { PGlite } from '@electric-sql/pglite';
import { functionTableOf, type LoadOptions, memFsOf, whenLoaded } from '../emscripten.ts';
import { type MemoryRange, memoryBytes, type Process, type ProcessImage } from '../process-image.ts';
import { contentsOf, type RelationContents } from '../relations.ts';
import { collect, SnapshotFs, startOptions } from '../snapshot-fs.ts';
import { type ImageFile, readBoot } from '../snapshot-image.ts';

/** Memory is compared and kept in pages of this many bytes. */
const PAGE = 4096;

/** Memory at three moments: with the code loaded and nothing run, when PostgreSQL is about to start, and now. */
interface Memories {
  readonly loaded: Buffer;
  readonly before: Buffer;
  readonly now: Buffer;
}

/**
 * What has to be written into loaded code's memory to make it what it is now. Pages that were changed before the start are
 * kept as well, whatever they hold now: elsewhere they may have been changed otherwise.
 */
function changedRanges({ loaded, before, now }: Memories): readonly MemoryRange[] {
  const ranges: { at: number; size: number }[] = [];
  for (let at = 0; at < now.length; at += PAGE) {
    const [was, then, is] = [loaded, before, now].map((memory) => memory.subarray(at, at + PAGE));
    if (was && then && is && was.equals(is) && was.equals(then)) continue;
    const last = ranges.at(-1);
    if (last && last.at + last.size === at) last.size += PAGE;
    else ranges.push({ at, size: PAGE });
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
  loaded = Buffer.alloc(0);
  before = Buffer.alloc(0);

  override async init(db: PGlite, options: LoadOptions): Promise<{ emscriptenOpts: LoadOptions }> {
    const amended = await super.init(db, options);
    const memory = amended.emscriptenOpts.wasmMemory;
    if (!memory) throw new Error('this PGlite does not show its memory');
    whenLoaded(amended.emscriptenOpts, () => {
      this.loaded = Buffer.from(memory.buffer.slice(0));
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
      this.before = Buffer.from(engine.wasmMemory.buffer.slice(0));
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
  const now = Buffer.from(wasmMemory.buffer);
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
