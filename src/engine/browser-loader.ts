import type { BrowserFilesOptions } from './browser-files.ts';
import { EngineFault } from './engine.ts';
import type { FilesReply, FilesRequest } from './files-protocol.ts';
import type { LoadFiles } from './manifest.ts';

interface Waiting {
  readonly resolve: (port: MessagePort) => void;
  readonly reject: (fault: EngineFault) => void;
  readonly port: MessagePort;
}

function spawnKeeper(): Worker {
  return new Worker(new URL('./browser-files-worker.ts', import.meta.url), { type: 'module', name: 'files' });
}

/** Downloads in a worker of its own; what comes back is a port on which the files wait for a database's worker. */
export function createBrowserLoader({ from, manifest, onProgress }: BrowserFilesOptions): LoadFiles {
  const waiting = new Map<number, Waiting>();
  let keeper: Worker | undefined;
  let next = 0;
  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  };
  const take = (reply: FilesReply) => {
    if (reply.kind === 'progress') return onProgress(reply.progress);
    const asked = settle(reply.id);
    if (reply.kind === 'handed') asked?.resolve(asked.port);
    else asked?.reject(new EngineFault(reply.code, reply.message));
  };
  const fail = () => {
    keeper = undefined;
    for (const id of [...waiting.keys()]) {
      settle(id)?.reject(
        new EngineFault('download-failed', 'the part of the page that fetches PostgreSQL did not load'),
      );
    }
  };
  const open = (): Worker => {
    if (keeper) return keeper;
    keeper = spawnKeeper();
    keeper.addEventListener('message', ({ data }: MessageEvent<FilesReply>) => take(data));
    keeper.addEventListener('error', fail);
    const address = new URL(from, document.baseURI).href;
    keeper.postMessage({ op: 'begin', from: address, manifest } satisfies FilesRequest);
    return keeper;
  };
  return (dataset) =>
    new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      const id = next;
      next += 1;
      waiting.set(id, { resolve, reject, port: port1 });
      open().postMessage({ op: 'hand', id, dataset, port: port2 } satisfies FilesRequest, [port2]);
    });
}
