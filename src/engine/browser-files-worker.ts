import { createFileStore } from './browser-files.ts';
import { EngineFault } from './engine.ts';
import { createInbox } from './files-inbox.ts';
import type { FilesReply, FilesRequest } from './files-protocol.ts';
import { inSteps } from './in-steps.ts';
import type { Bytes, FilesAddress } from './manifest.ts';
import type { FilesMessage } from './protocol.ts';

/** Keeps the downloaded files and hands each database's worker a copy, so that the page's own thread never copies one. */
const reply = (message: FilesReply) => self.postMessage(message);
const inbox = createInbox();
const load = createFileStore(
  inbox.open,
  inSteps((progress) => reply({ kind: 'progress', progress })),
);

function copyOf(bytes: Bytes): ArrayBuffer {
  return new Uint8Array(bytes).slice().buffer;
}

async function hand(id: number, address: FilesAddress, port: MessagePort): Promise<void> {
  const send = (message: FilesMessage, transfer: Transferable[]) => port.postMessage(message, transfer);
  try {
    const files = load(address);
    // A copy that is handed over is copied once; one that the port makes, twice.
    const boot = copyOf(await files.boot);
    send({ kind: 'boot', boot: { bytes: boot, packed: true } }, [boot]);
    send({ kind: 'code', code: await files.code }, []);
    const { relations, bundle } = await files.later;
    const copies = [copyOf(relations.bytes), copyOf(bundle.bytes)] as const;
    const later = { relations: { ...relations, bytes: copies[0] }, bundle: { ...bundle, bytes: copies[1] } };
    send({ kind: 'later', files: later }, [...copies]);
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
