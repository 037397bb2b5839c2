import type { FaultCode, Progress } from './engine.ts';
import type { EngineManifest } from './manifest.ts';

/** Between the page and the worker that keeps the downloaded files. */
export type FilesRequest =
  | { readonly op: 'begin'; readonly from: string; readonly manifest: EngineManifest }
  | { readonly op: 'hand'; readonly id: number; readonly dataset: string; readonly port: MessagePort };

export type FilesReply =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'handed'; readonly id: number }
  | { readonly kind: 'fault'; readonly id: number; readonly code: FaultCode; readonly message: string };
