import { createHost } from './host.ts';
import type { Reply, Request } from './protocol.ts';

/** A database in a Web Worker. */
const handle = createHost((reply: Reply) => self.postMessage(reply));
self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
