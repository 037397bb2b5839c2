import type { Reply, Request } from '../protocol.ts';
import { createSqliteHost } from './sqlite-host.ts';

/** A SQLite database in a Web Worker. */
const handle = createSqliteHost((reply: Reply) => self.postMessage(reply));
self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
