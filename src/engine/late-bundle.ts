import { entriesOf, type MemFs, type MemNode } from './emscripten.ts';
import type { Bundle, Bytes } from './manifest.ts';
import { shareContents } from './share-contents.ts';
import { loadUnpacker, type Unpack } from './unpack.ts';

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

  /** Has every file that a PGlite made of this filled in when something looks at it. */
  fillWhenLookedAt({ root, isDir, isFile }: MemFs): void {
    const visit = (node: MemNode) => {
      if (isDir(node.mode)) for (const child of Object.values(entriesOf(node))) visit(child);
      if (!isFile(node.mode)) return;
      const own: unknown = Object.getOwnPropertyDescriptor(node, 'contents')?.value;
      if (!ArrayBuffer.isView(own) || own.buffer !== this.#bytes.buffer) return;
      const view = node.contents;
      shareContents(node, node.usedBytes, () => {
        this.fill();
        return view;
      });
    };
    visit(root);
  }
}
