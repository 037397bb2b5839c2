import { parentPort } from 'node:worker_threads';
import { createSqliteHost } from './sqlite-host.ts';

/** A SQLite database in a worker thread. */
const handle = createSqliteHost((reply) => parentPort?.postMessage(reply));
parentPort?.on('message', handle);
