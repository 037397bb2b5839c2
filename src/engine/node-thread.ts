import { parentPort } from 'node:worker_threads';
import { createHost } from './host.ts';
import { markDatabase } from './mark-database.ts';

/** A database in a worker thread. */
const handle = createHost((reply) => parentPort?.postMessage(reply), markDatabase);
parentPort?.on('message', handle);
