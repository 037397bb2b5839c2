import { loadParser, parseStatements } from '../sql/parse.ts';
import { crashCode } from './crash-code.ts';
import { type OwnDatabase, openDatabase, type RunningProcess } from './database.ts';
import { EngineFault } from './engine.ts';
import type { EngineFiles, QueryFiles } from './manifest.ts';
import type { GoBack } from './mark-database.ts';
import type { BootAssets, FilesMessage, Reply, Request } from './protocol.ts';
import { runScript } from './run-script.ts';
import { loadUnpacker } from './unpack.ts';

const PREPARING = { maxRows: 1, maxBytes: 64 * 1024, maxCellBytes: 64 * 1024 };

/** Takes the files off the port: resolves when PostgreSQL can start, its `later` when everything is there. */
function receive(port: MessagePort): Promise<EngineFiles> {
  return new Promise((resolve) => {
    let arrived: (files: QueryFiles) => void = () => undefined;
    const later = new Promise<QueryFiles>((take) => {
      arrived = take;
    });
    port.onmessage = ({ data }: MessageEvent<FilesMessage>) => {
      if (data.kind === 'boot') return resolve({ ...data.files, later });
      port.close();
      arrived(data.files);
    };
  });
}

/** Uses the time until the files are there: code that has run once is compiled when the first query needs it. */
async function warmUp(): Promise<void> {
  await Promise.all([loadParser(), loadUnpacker()]);
  parseStatements('select 1');
}

interface Opened {
  readonly db: OwnDatabase;
  readonly version: string;
}

/** Opens a database and brings it to the state in which a session begins. */
async function prepare(files: EngineFiles, assets: BootAssets): Promise<Opened> {
  const [db] = await Promise.all([openDatabase(files, assets.extensions), loadParser()]);
  const run = async (sql: string) => {
    const done = await runScript(db, sql, PREPARING);
    if (done.kind === 'ok') return done.results;
    const why = done.kind === 'sql-error' ? done.error.message : done.kind;
    throw new EngineFault('init-failed', `preparing the database failed: ${why}`);
  };
  for (const name of assets.extensions) await run(`create extension if not exists ${name}`);
  if (assets.setup) await run(assets.setup);
  const version = await run('show server_version');
  return { db, version: version[0]?.rows[0]?.[0] ?? 'unknown' };
}

function faultOf(id: number, thrown: unknown): Reply {
  if (thrown instanceof EngineFault) return { id, kind: 'fault', code: thrown.code, message: thrown.message };
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return { id, kind: 'fault', code: crashCode(message), message };
}

/** A database that can be put back to its beginning, and what it began as. */
interface Kept {
  readonly again: string;
  readonly opened: Opened;
  readonly goBack: GoBack;
}

/**
 * Serves one database over messages, in a Web Worker and in a worker thread alike. Requests are answered in the order
 * they came; a fault answers as plain data, since errors lose their fields on the way. With `mark` it puts a database back
 * to its beginning where the next one is to begin alike.
 */
export function createHost(
  reply: (message: Reply) => void,
  mark?: (process: RunningProcess) => GoBack,
): (request: Request) => void {
  let db: OwnDatabase | undefined;
  let kept: Kept | undefined;
  let last: Promise<void> = Promise.resolve();

  const openAgain = (again: string | undefined): Opened | undefined =>
    kept && kept.again === again && kept.goBack() ? kept.opened : undefined;
  const openNew = async (assets: BootAssets): Promise<Opened> => {
    kept = undefined;
    db = undefined;
    const arriving = 'wasm' in assets.files ? assets.files : receive(assets.files);
    if (arriving instanceof Promise) warmUp().catch(() => undefined);
    const files = await arriving;
    const opened = await prepare(files, assets);
    const { again } = assets;
    if (mark && again !== undefined) kept = { again, opened, goBack: mark(opened.db.process) };
    return opened;
  };
  const open = async (id: number, assets: BootAssets): Promise<Reply> => {
    const opened = openAgain(assets.again) ?? (await openNew(assets));
    db = opened.db;
    return { id, kind: 'opened', value: { version: opened.version } };
  };
  const answer = async (request: Request): Promise<Reply> => {
    const { id } = request;
    if (request.op === 'open') return open(id, request.assets);
    if (request.op === 'parse') {
      await loadParser();
      return { id, kind: 'parsed', value: parseStatements(request.sql) };
    }
    if (!db) throw new EngineFault('closed', 'no database is open');
    return { id, kind: 'run', value: await runScript(db, request.sql, request.caps) };
  };
  return (request) => {
    last = last.then(() =>
      answer(request).then(reply, (thrown: unknown) => reply(faultOf(request.id, thrown))),
    );
  };
}
