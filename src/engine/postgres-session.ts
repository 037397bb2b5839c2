import { loadParser, parseStatements } from '../sql/parse.ts';
import { capsOf } from './caps.ts';
import { EngineFault, type Limits, type Run, type Session } from './engine.ts';
import type { ServerConnection } from './postgres-connection.ts';
import type { Server } from './postgres-server.ts';
import { runScript } from './run-script.ts';

/** A cancelled statement ends within this time, or its process is ended. */
const GRACE_MS = 5_000;
const CANCEL_EVERY_MS = 250;
const QUERY_CANCELED = '57014';

/**
 * Cancels what the process runs, again and again, since a request that arrives between two statements is lost.
 * The function that comes back ends it and waits for the last request, so that no later statement is hit.
 */
function keepCancelling(server: Server, connection: ServerConnection): () => Promise<void> {
  const began = performance.now();
  let last: Promise<void> = Promise.resolve();
  const send = () => {
    last = server.cancel(connection.pid).catch(() => {});
    if (performance.now() - began < GRACE_MS) return;
    clearInterval(timer);
    connection.end(new EngineFault('closed', 'the time limit passed'));
    last = server.terminate(connection.pid).catch(() => {});
  };
  const timer = setInterval(send, CANCEL_EVERY_MS);
  send();
  return async () => {
    clearInterval(timer);
    await last;
  };
}

async function runLimited(
  server: Server,
  connection: ServerConnection,
  sql: string,
  limits: Limits,
): Promise<Run> {
  const began = performance.now();
  let stopCancelling: (() => Promise<void>) | undefined;
  const timer = setTimeout(() => {
    stopCancelling = keepCancelling(server, connection);
  }, limits.timeoutMs);
  try {
    const run = await runScript(connection, sql, capsOf(limits));
    const cancelled = run.kind === 'sql-error' && run.error.sqlstate === QUERY_CANCELED;
    return stopCancelling && cancelled ? { kind: 'timeout', afterMs: performance.now() - began } : run;
  } catch (thrown) {
    if (stopCancelling) return { kind: 'timeout', afterMs: performance.now() - began };
    throw thrown;
  } finally {
    clearTimeout(timer);
    await stopCancelling?.();
  }
}

/** A session on a scratch database. At the time limit the statement is cancelled and the session lives on. */
export function createServerSession(
  server: Server,
  connection: ServerConnection,
  onClose: () => void,
): Session {
  let closed = false;
  return {
    get ended() {
      return closed || connection.dead !== undefined;
    },
    async run(sql, limits) {
      const began = performance.now();
      await loadParser();
      try {
        return await runLimited(server, connection, sql, limits);
      } catch (thrown) {
        if (closed) return { kind: 'stopped', afterMs: performance.now() - began };
        throw thrown;
      }
    },
    async parse(sql) {
      await loadParser();
      return parseStatements(sql);
    },
    async close() {
      if (closed) return;
      closed = true;
      connection.end(new EngineFault('closed', 'the session is closed'));
      await server.terminate(connection.pid).catch(() => {});
      onClose();
    },
  };
}
