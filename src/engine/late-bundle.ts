import type { LoadOptions, MemFs } from './emscripten.ts';
import { fileMaker } from './make-files.ts';
import type { Bundle, Bytes } from './manifest.ts';
import { shareContents } from './share-contents.ts';
import { loadUnpacker, type Unpack } from './unpack.ts';

const READ_WRITE_EXECUTE = 0o777;

/**
 * The engine's own files (time zones, dictionaries, libraries), of which a PGlite makes its own without copying them. They
 * may come later than that, and are unpacked when something first looks at one of them: most sessions never do.
 */
export class LateBundle extends Blob {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #fill: (() => void) | undefined;
  #filled = false;

  /** Takes how many bytes they will be. */
  constructor(size: number) {
    super();
    this.#bytes = new Uint8Array(size);
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes.buffer);
  }

  /** Hands the files over. Where they are packed, damage shows when they are first looked at. */
  async arrive({ bytes, packed }: Bundle): Promise<void> {
    const unpack = packed ? await loadUnpacker() : undefined;
    this.#fill = () => this.#put(bytes, unpack);
  }

  #put(bytes: Bytes, unpack: Unpack | undefined): void {
    const packed = new Uint8Array(bytes);
    const all = unpack ? unpack(packed, this.#bytes.length) : packed;
    if (all.length !== this.#bytes.length) throw new Error('the engine’s own files are cut short');
    this.#bytes.set(all);
    this.#filled = true;
  }

  /** Fills the files in, once. Throws where they have not arrived. */
  fill(): void {
    if (this.#filled) return;
    if (!this.#fill) throw new Error('one of the engine’s own files was touched before they had arrived');
    this.#fill();
  }

  /** Has PGlite's own files filled in when something looks at one of them. */
  mountIn(options: LoadOptions): void {
    const mount = (engine: { FS: unknown }) => {
      const makeFile = fileMaker(engine.FS as MemFs);
      const mountFile = (path: string, _parent: null, view: Uint8Array) => {
        shareContents(makeFile(path, READ_WRITE_EXECUTE), view.length, () => {
          this.fill();
          return view;
        });
      };
      // What the engine's loader makes each file with, resolving its path anew and opening it.
      Object.assign(engine, { FS_createDataFile: mountFile });
    };
    options.preRun = [...(options.preRun ?? []), mount];
  }
}
