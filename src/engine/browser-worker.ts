import { createHost } from './host.ts';
import type { Reply, Request } from './protocol.ts';

/** A database in a Web Worker. */
const handle = createHost((reply: Reply) => self.postMessage(reply));
// PGlite does not say when its start fails; left alone, the page would wait for the boot watchdog.
self.addEventListener('unhandledrejection', (event) => {
  setTimeout(() => {
    throw event.reason;
  });
});
self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
