import { createFileStore } from './browser-files.ts';
import { EngineFault } from './engine.ts';
import { createInbox } from './files-inbox.ts';
import type { FilesReply, FilesRequest } from './files-protocol.ts';
import type { FilesAddress } from './manifest.ts';
import type { FilesMessage } from './protocol.ts';

/** Keeps the downloaded files and hands each database's worker a copy, so that the page's own thread never copies one. */
const reply = (message: FilesReply) => self.postMessage(message);
const inbox = createInbox();
const load = createFileStore(inbox.open, (progress) => reply({ kind: 'progress', progress }));

async function hand(id: number, address: FilesAddress, port: MessagePort): Promise<void> {
  const send = (message: FilesMessage) => port.postMessage(message);
  try {
    const files = load(address);
    send({ kind: 'boot', files: await files.boot });
    send({ kind: 'later', files: await files.later });
    reply({ kind: 'handed', id });
  } catch (thrown) {
    const fault = thrown instanceof EngineFault ? thrown : new EngineFault('init-failed', String(thrown));
    reply({ kind: 'fault', id, code: fault.code, message: fault.message });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<FilesRequest>) => {
  if (data.op === 'hand') return void hand(data.id, data.address, data.port);
  if (data.op !== 'fetch') return inbox.take(data);
  for (const url of data.coming) inbox.expect(url);
  load(data.address);
});
