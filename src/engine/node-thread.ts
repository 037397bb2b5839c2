import { parentPort } from 'node:worker_threads';
import { createHost } from './host.ts';

/** A database in a worker thread. */
const handle = createHost((reply) => parentPort?.postMessage(reply));
parentPort?.on('message', handle);
