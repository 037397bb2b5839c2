import { whenAwakeFor } from './awake-timer.ts';
import { EARLY_HAND, takeEarlyKeeper } from './early-start.ts';
import { EngineFault, type Progress } from './engine.ts';
import type { FilesReply, FilesRequest } from './files-protocol.ts';
import type { FilesAddress } from './manifest.ts';

/** ms without a word from the keeper while files are waited for: the connection is as good as gone. */
export const STALLED_AFTER_MS = 60_000;

/** A dataset's files on their way. */
export interface HandedFiles {
  readonly port: MessagePort;
  /** When everything has been put on the port; rejects with an EngineFault. */
  readonly arrived: Promise<void>;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (fault: EngineFault) => void;
}

/** Requests by number that wait for the keeper's answer, and are told of it where nothing comes for a while. */
function createWaitingList(onStalled: () => void) {
  const waiting = new Map<number, Waiting>();
  let endWatch = () => {};
  /** Begins to count anew. */
  const listen = () => {
    endWatch();
    endWatch = waiting.size > 0 ? whenAwakeFor(STALLED_AFTER_MS, onStalled) : () => {};
  };
  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  };
  return {
    listen,
    settle,
    add(id: number): Promise<void> {
      const arrived = new Promise<void>((resolve, reject) => waiting.set(id, { resolve, reject }));
      arrived.catch(() => undefined);
      listen();
      return arrived;
    },
    failAll(fault: EngineFault): void {
      for (const id of [...waiting.keys()]) settle(id)?.reject(fault);
    },
  };
}

function spawnKeeper(): Worker {
  return new Worker(new URL('./browser-files-worker.ts', import.meta.url), { type: 'module', name: 'files' });
}

/** The worker that keeps the downloaded files. */
export interface FilesKeeper {
  hand(address: FilesAddress): HandedFiles;
  /** When the files are handed over that the page asked for in its head; as `HandedFiles.arrived`. */
  handedEarly(): Promise<void>;
}

/**
 * Asks the worker that keeps the downloaded files for a dataset's. A download takes as long as it takes, but is given up
 * where nothing comes: the next one starts anew with what the browser kept.
 */
export function createFilesKeeper(onProgress: (progress: Progress) => void): FilesKeeper {
  let keeper: Worker | undefined;
  let next = EARLY_HAND + 1;
  const fail = (why: string) => {
    keeper?.terminate();
    keeper = undefined;
    list.failAll(new EngineFault('download-failed', why));
  };
  const list = createWaitingList(() =>
    fail(`PostgreSQL could not be downloaded: nothing came for ${STALLED_AFTER_MS / 1000} s`),
  );
  const take = (reply: FilesReply) => {
    if (reply.kind === 'progress') onProgress(reply.progress);
    else if (reply.kind === 'handed') list.settle(reply.id)?.resolve();
    else list.settle(reply.id)?.reject(new EngineFault(reply.code, reply.message));
    list.listen();
  };
  const open = (): Worker => {
    if (keeper) return keeper;
    const early = takeEarlyKeeper();
    keeper = early?.worker ?? spawnKeeper();
    keeper.addEventListener('message', ({ data }: MessageEvent<FilesReply>) => take(data));
    keeper.addEventListener('error', () => fail('the part of the page that fetches PostgreSQL did not load'));
    for (const reply of early?.said ?? []) take(reply);
    return keeper;
  };
  return {
    hand(address) {
      const worker = open();
      const { port1, port2 } = new MessageChannel();
      const id = next;
      next += 1;
      const arrived = list.add(id);
      worker.postMessage({ op: 'hand', id, address, port: port2 } satisfies FilesRequest, [port2]);
      return { port: port1, arrived };
    },
    handedEarly() {
      const arrived = list.add(EARLY_HAND);
      open();
      return arrived;
    },
  };
}
