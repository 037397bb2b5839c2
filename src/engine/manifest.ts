/** Unpacked bytes of each frame of a framed file but its last. */
export const FRAME_BYTES = 1024 * 1024;

/** A file of the engine as it is served, named by its content. Sizes in bytes. */
export interface EngineFile {
  readonly file: string;
  /** How the whole file is packed; `none` where its parts are, each by itself. */
  readonly packing: 'zstd' | 'none';
  readonly compressed: number;
  readonly unpacked: number;
  /** SHA-256 of the compressed bytes, in hex. */
  readonly sha256: string;
}

/** A file that is made to be unpacked while it still comes. */
export interface FramedFile extends EngineFile {
  /** Packed bytes of each frame, in order. */
  readonly frames: readonly number[];
}

export interface DatasetFile {
  /** The image's first block: a PostgreSQL that has started. */
  readonly boot: EngineFile;
  /** The image's second block: what its queries read. */
  readonly relations: EngineFile;
  /** Statistics target that makes ANALYZE read every row of the largest table. */
  readonly statisticsTarget: number;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly pages: number }[];
}

/** What the build made of the engine and the datasets: the list a page and the command line start from. */
export interface EngineManifest {
  readonly pglite: string;
  readonly wasm: FramedFile;
  readonly bundle: EngineFile;
  readonly datasets: Readonly<Record<string, DatasetFile>>;
}

/** The dataset without a table, for the playground and for lessons that make their own. */
export const EMPTY_DATASET = 'empty';

export type Bytes = ArrayBuffer | SharedArrayBuffer;

/** An image's second block. */
export interface Relations {
  readonly bytes: Bytes;
  /** As it is stored, each file packed; or all of them unpacked back to back, for many threads to look at. */
  readonly packed: boolean;
}

/** The engine's own files: time zones, dictionaries, libraries. */
export interface Bundle {
  readonly bytes: Bytes;
  readonly packed: boolean;
}

/** What is known of a dataset's files before any of them has come. */
export interface FilesOutline {
  /** Unpacked bytes of the image's first block. */
  readonly bootBytes: number;
  /** Bytes of the engine's own files. */
  readonly bundleBytes: number;
  readonly statisticsTarget: number;
}

/** An image's first block: packed as it is stored, or ready to be read. */
export interface Boot {
  readonly bytes: Bytes;
  readonly packed: boolean;
}

/** What has to be there before anything is asked of PostgreSQL. */
export interface QueryFiles {
  readonly relations: Relations;
  readonly bundle: Bundle;
}

/** Everything a worker of one dataset is booted with. */
export interface EngineFiles extends FilesOutline {
  readonly boot: Boot;
  readonly code: WebAssembly.Module;
  readonly later: QueryFiles;
}

/** The same, on its way: a database is opened beside its arrival. */
export interface ArrivingFiles extends FilesOutline {
  readonly boot: Boot | Promise<Boot>;
  readonly code: WebAssembly.Module | Promise<WebAssembly.Module>;
  readonly later: QueryFiles | Promise<QueryFiles>;
}

/** A port on which the files arrive as `FilesMessage`s, so that no other thread handles the bytes. */
export interface PortedFiles extends FilesOutline {
  readonly port: MessagePort;
}

/** Where to fetch what a dataset's worker is booted with. */
export interface FilesAddress {
  /** Where the engine's files are served, with a trailing slash. */
  readonly from: string;
  readonly wasm: FramedFile;
  readonly bundle: EngineFile;
  readonly dataset: DatasetFile;
}

/** The files themselves, or where they will arrive. */
export interface LoadedFiles {
  readonly files: EngineFiles | PortedFiles;
  /** When everything has been handed over; rejects with an EngineFault. */
  readonly arrived: Promise<void>;
}

/** Loads a dataset's files, once each however often it is asked. Throws an EngineFault. */
export type LoadFiles = (dataset: string) => Promise<LoadedFiles>;
