import { loadParser, parseStatements } from '../sql/parse.ts';
import { type OwnDatabase, openDatabase, type RunningProcess } from './database.ts';
import { EngineFault } from './engine.ts';
import { faultReply } from './fault-reply.ts';
import type { ArrivingFiles, Boot, PortedFiles, QueryFiles } from './manifest.ts';
import type { GoBack } from './mark-database.ts';
import type { BootAssets, FilesMessage, Reply, Request } from './protocol.ts';
import { runScript } from './run-script.ts';
import { loadUnpacker } from './unpack.ts';

const PREPARING = { maxRows: 1, maxBytes: 64 * 1024, maxCellBytes: 64 * 1024 };

/** Takes the files off their port. */
function receive({ port, ...outline }: PortedFiles): ArrivingFiles {
  const boot = Promise.withResolvers<Boot>();
  const code = Promise.withResolvers<WebAssembly.Module>();
  const later = Promise.withResolvers<QueryFiles>();
  port.onmessage = ({ data }: MessageEvent<FilesMessage>) => {
    if (data.kind === 'boot') return boot.resolve(data.boot);
    if (data.kind === 'code') return code.resolve(data.code);
    port.close();
    later.resolve(data.files);
  };
  return { ...outline, boot: boot.promise, code: code.promise, later: later.promise };
}

/**
 * Opens a database and brings it to the state in which a session begins. Asks nothing of it that need not be: browsers
 * optimise PostgreSQL's own parser, which takes long, when it has run for a second statement.
 */
async function prepare(files: ArrivingFiles, assets: BootAssets): Promise<OwnDatabase> {
  const [db] = await Promise.all([openDatabase(files, assets.extensions), loadParser()]);
  const run = async (sql: string) => {
    const done = await runScript(db, sql, PREPARING);
    if (done.kind === 'ok') return;
    const why = done.kind === 'sql-error' ? done.error.message : done.kind;
    throw new EngineFault('init-failed', `preparing the database failed: ${why}`);
  };
  for (const name of assets.extensions) await run(`create extension if not exists ${name}`);
  if (assets.setup) await run(assets.setup);
  return db;
}

/** A database that can be put back to its beginning, and what it began as. */
interface Kept {
  readonly again: string;
  readonly db: OwnDatabase;
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

  const openAgain = (again: string | undefined): OwnDatabase | undefined =>
    kept && kept.again === again && kept.goBack() ? kept.db : undefined;
  const openNew = async (assets: BootAssets): Promise<OwnDatabase> => {
    kept = undefined;
    db = undefined;
    const { files } = assets;
    // Uses the time until the files are there.
    if ('port' in files) loadUnpacker().catch(() => undefined);
    const prepared = await prepare('port' in files ? receive(files) : files, assets);
    const { again } = assets;
    if (mark && again !== undefined) kept = { again, db: prepared, goBack: mark(prepared.process) };
    return prepared;
  };
  const open = async (id: number, assets: BootAssets): Promise<Reply> => {
    db = openAgain(assets.again) ?? (await openNew(assets));
    return { id, kind: 'opened' };
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
      answer(request).then(reply, (thrown: unknown) => reply(faultReply(request.id, thrown))),
    );
  };
}
