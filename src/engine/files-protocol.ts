import type { FaultCode, Progress } from './engine.ts';
import type { FilesAddress } from './manifest.ts';

/** Between the page and the worker that keeps the downloaded files. */
export type FilesRequest =
  /** Begins a download that will be asked for. The page itself fetches the addresses `coming`, and sends their bytes. */
  | { readonly op: 'fetch'; readonly address: FilesAddress; readonly coming: readonly string[] }
  | { readonly op: 'bytes'; readonly url: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** No more bytes of this address; not `whole` where the page could not fetch it. */
  | { readonly op: 'end'; readonly url: string; readonly whole: boolean }
  | { readonly op: 'hand'; readonly id: number; readonly address: FilesAddress; readonly port: MessagePort };

export type FilesReply =
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** Everything has been put on the port. */
  | { readonly kind: 'handed'; readonly id: number }
  | { readonly kind: 'fault'; readonly id: number; readonly code: FaultCode; readonly message: string };
