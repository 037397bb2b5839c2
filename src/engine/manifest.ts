/** A file of the engine as it is served: gzip-compressed, named by its content. Sizes in bytes. */
export interface EngineFile {
  readonly file: string;
  readonly compressed: number;
  readonly unpacked: number;
  /** SHA-256 of the compressed bytes, in hex. */
  readonly sha256: string;
}

export interface DatasetFile extends EngineFile {
  /** Statistics target that makes ANALYZE read every row of the largest table. */
  readonly statisticsTarget: number;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly pages: number }[];
}

/** What the build made of the engine and the datasets: the list a page and the command line start from. */
export interface EngineManifest {
  readonly pglite: string;
  readonly wasm: EngineFile;
  readonly bundle: EngineFile;
  readonly datasets: Readonly<Record<string, DatasetFile>>;
}

/** The dataset without a table, for the playground and for lessons that make their own. */
export const EMPTY_DATASET = 'empty';

/** Everything a worker of one dataset is booted with. */
export interface EngineFiles {
  readonly wasm: WebAssembly.Module;
  readonly bundle: ArrayBuffer | SharedArrayBuffer;
  readonly image: ArrayBuffer | SharedArrayBuffer;
  readonly statisticsTarget: number;
}

/**
 * Loads a dataset's files, once each however often it is asked, or a port on which they are waiting. Throws an EngineFault.
 */
export type LoadFiles = (dataset: string) => Promise<EngineFiles | MessagePort>;
