import type { FaultCode, Progress } from './engine.ts';
import type { FilesAddress } from './manifest.ts';

/** Between the page and the worker that keeps the downloaded files. */
export type FilesRequest =
  /** Begins a download that will be asked for. */
  | { readonly op: 'fetch'; readonly address: FilesAddress }
  | { readonly op: 'hand'; readonly id: number; readonly address: FilesAddress; readonly port: MessagePort };

export type FilesReply =
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** Everything has been put on the port. */
  | { readonly kind: 'handed'; readonly id: number }
  | { readonly kind: 'fault'; readonly id: number; readonly code: FaultCode; readonly message: string };
