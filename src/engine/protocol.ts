import type { FaultCode, Parsed, Run } from './engine.ts';
import type { Boot, EngineFiles, PortedFiles, QueryFiles } from './manifest.ts';
import type { Caps } from './wire.ts';

/** The messages between a page (or a Node process) and the worker that holds one database. Plain data only. */

/** What a worker needs to start. */
export interface BootAssets {
  readonly files: EngineFiles | PortedFiles;
  readonly extensions: readonly string[];
  /** SQL to run before the session is handed out. */
  readonly setup: string;
  /** The same for databases that begin alike, where the worker will be asked for more than one. */
  readonly again: string | undefined;
}

/** On the port from the keeper of the files to a database's worker, in this order. */
export type FilesMessage =
  | { readonly kind: 'boot'; readonly boot: Boot }
  | { readonly kind: 'code'; readonly code: WebAssembly.Module }
  | { readonly kind: 'later'; readonly files: QueryFiles };

export type Request =
  /** A pristine database, in place of the one that the worker had. */
  | { readonly id: number; readonly op: 'open'; readonly assets: BootAssets }
  | { readonly id: number; readonly op: 'run'; readonly sql: string; readonly caps: Caps }
  | { readonly id: number; readonly op: 'parse'; readonly sql: string };

export type Reply =
  | { readonly id: number; readonly kind: 'opened' }
  | { readonly id: number; readonly kind: 'run'; readonly value: Run }
  | { readonly id: number; readonly kind: 'parsed'; readonly value: Parsed }
  | { readonly id: number; readonly kind: 'fault'; readonly code: FaultCode; readonly message: string };
