import { EngineFault } from '../engine.ts';
import { faultReply } from '../fault-reply.ts';
import type { Reply, Request } from '../protocol.ts';
import { runSqlite } from './run-sqlite.ts';
import { splitSqlite } from './split-sqlite.ts';
import { openSqlite, type SqliteDatabase } from './sqlite-library.ts';

function answer(db: SqliteDatabase, request: Request): Reply {
  const { id } = request;
  if (request.op === 'run') return { id, kind: 'run', value: runSqlite(db, request.sql, request.caps) };
  if (request.op === 'parse')
    return { id, kind: 'parsed', value: { kind: 'ok', statements: splitSqlite(db, request.sql) } };
  return { id, kind: 'opened' };
}

/** Serves one SQLite database over the messages that PostgreSQL's is served over. It is open when the first is answered. */
export function createSqliteHost(reply: (message: Reply) => void): (request: Request) => void {
  const opening = openSqlite().catch((cause: unknown) => {
    throw new EngineFault('part-missing', 'SQLite could not be loaded', { cause });
  });
  opening.catch(() => undefined);
  const serve = async (request: Request): Promise<void> => {
    try {
      reply(answer(await opening, request));
    } catch (thrown) {
      reply(faultReply(request.id, thrown));
    }
  };
  return (request) => void serve(request);
}
