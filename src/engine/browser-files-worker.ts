import { createFileStore } from './browser-files.ts';
import { EngineFault } from './engine.ts';
import type { FilesReply, FilesRequest } from './files-protocol.ts';
import type { EngineFiles } from './manifest.ts';

/** Keeps the downloaded files and hands each database's worker a copy, so that the page's own thread never copies one. */
let load: ((dataset: string) => Promise<EngineFiles>) | undefined;

const reply = (message: FilesReply) => self.postMessage(message);

async function hand(id: number, dataset: string, port: MessagePort): Promise<void> {
  try {
    if (!load) throw new EngineFault('init-failed', 'the files were asked for before the list of them');
    const files = await load(dataset);
    const image = files.image.slice(0);
    port.postMessage({ ...files, image }, image instanceof ArrayBuffer ? [image] : []);
    reply({ kind: 'handed', id });
  } catch (thrown) {
    const fault = thrown instanceof EngineFault ? thrown : new EngineFault('init-failed', String(thrown));
    reply({ kind: 'fault', id, code: fault.code, message: fault.message });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<FilesRequest>) => {
  if (data.op === 'begin') {
    load = createFileStore({ ...data, onProgress: (progress) => reply({ kind: 'progress', progress }) });
  } else void hand(data.id, data.dataset, data.port);
});
