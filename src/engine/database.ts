import { PGlite } from '@electric-sql/pglite';
import { readyBoot } from './boot-block.ts';
import { PART_MISSING } from './crash-code.ts';
import type { LoadedCode } from './emscripten.ts';
import { EngineFault } from './engine.ts';
import { loadExtensions, loadedAtStart } from './extensions.ts';
import { LateBundle } from './late-bundle.ts';
import type { ArrivingFiles } from './manifest.ts';
import { SnapshotFs, startOptions } from './snapshot-fs.ts';
import { type Answer, type Caps, createAnswerReader, encodeQuery } from './wire.ts';

/** A PGlite that runs, and the code it was loaded as. */
export interface RunningProcess {
  readonly db: PGlite;
  readonly code: LoadedCode;
}

/** One embedded PostgreSQL, spoken to in simple Query messages. */
export interface Database {
  /** Runs one statement. Throws an EngineFault when the engine died under it. */
  query(sql: string, caps: Caps): Promise<Answer>;
}

/** A database in this thread's own memory. */
export interface OwnDatabase extends Database {
  readonly process: RunningProcess;
}

/**
 * In place of what PGlite would fetch by itself: initdb, which a snapshot never needs, and PostgreSQL, which the file system
 * brings along.
 */
const EMPTY_MODULE = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));

/** PostgreSQL's own error path leaves the WebAssembly stack with this exit status; anything else is a crash. */
const LONGJMP_STATUS = 100;

function isLongjmp(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' && thrown !== null && 'status' in thrown && thrown.status === LONGJMP_STATUS
  );
}

/** PGlite swallows WebAssembly traps and answers with an empty success: note them where they pass. */
function watchForTraps(db: PGlite): () => unknown {
  const engine: unknown = db.Module;
  if (typeof engine !== 'object' || engine === null || !('_PostgresMainLoopOnce' in engine)) {
    throw new EngineFault('init-failed', 'this PGlite has no main loop to watch');
  }
  const inner = engine._PostgresMainLoopOnce;
  if (typeof inner !== 'function')
    throw new EngineFault('init-failed', 'this PGlite has no main loop to watch');
  let trap: unknown;
  engine._PostgresMainLoopOnce = () => {
    try {
      return inner();
    } catch (thrown) {
      if (!isLongjmp(thrown)) trap = thrown;
      throw thrown;
    }
  };
  return () => trap;
}

/** PGlite goes on without an extension whose files did not come. */
async function expectExtensions({ Module: { pg_extensions: files } }: PGlite): Promise<void> {
  const arrived = await Promise.all(Object.values(files));
  if (arrived.includes(null)) throw new EngineFault('part-missing', PART_MISSING);
}

/** Why the engine stopped. A stack that ran over has its cause in the statement; what else happens is ours. */
function crash(thrown: unknown): EngineFault {
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message)) {
    const why = 'the statement calls itself, or nests, more deeply than the database here can follow';
    return new EngineFault('too-deep', why, { cause: thrown });
  }
  return new EngineFault('crashed', `the database engine crashed: ${inWords(thrown)}`, { cause: thrown });
}

function inWords(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}

/**
 * Opens a pristine database on the image. What can be made ready before the files have come is; setup has not run yet.
 */
export async function openDatabase(
  files: ArrivingFiles,
  extensions: readonly string[],
): Promise<OwnDatabase> {
  const resume = !extensions.some(loadedAtStart);
  const boot = Promise.resolve(files.boot).then((block) => readyBoot(block, files.bootBytes));
  const bundle = new LateBundle(files.bundleBytes);
  const beforeStart = () => complete().then(() => bundle.fill());
  const fs = new SnapshotFs(boot, { resume, code: Promise.resolve(files.code), bundle, beforeStart });
  const complete = async () => {
    const { relations, bundle: arrived } = await files.later;
    await Promise.all([bundle.arrive(arrived), fs.complete(relations)]);
  };
  if (!resume) await beforeStart();
  const db = await PGlite.create({
    fs,
    pgliteWasmModule: EMPTY_MODULE,
    initdbWasmModule: EMPTY_MODULE,
    fsBundle: bundle,
    extensions: await loadExtensions(extensions),
    ...startOptions(files.statisticsTarget),
    // PGlite writes a settings file of its own where a library asks for it, and would forget what is in ours.
    ...(resume ? {} : { postgresqlconf: await fs.settings() }),
  });
  await expectExtensions(db);
  if (resume) await complete();
  const trap = watchForTraps(db);
  return {
    process: { db, code: fs.code() },
    async query(sql, caps) {
      const reader = createAnswerReader(caps);
      try {
        await db.execProtocolRawStream(encodeQuery(sql), { syncToFs: false, onRawData: reader.push });
      } catch (thrown) {
        throw crash(thrown);
      }
      const answer = reader.answer();
      if (trap() !== undefined) throw crash(trap());
      if (answer.tag === undefined && answer.error === undefined) {
        throw new EngineFault('crashed', 'the database engine returned without an answer');
      }
      return answer;
    },
  };
}
