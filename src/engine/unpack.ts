import { ZSTDDecoder } from 'zstddec';

/** Unpacks a block to exactly this many bytes, checking the sum that it carries. Throws where it is damaged. */
export type Unpack = (packed: Uint8Array, size: number) => Uint8Array<ArrayBuffer>;

const decoder = new ZSTDDecoder();

/** Makes the decoder ready, once; it then works at once, in the middle of a read of a file too. */
export async function loadUnpacker(): Promise<Unpack> {
  await decoder.init();
  return (packed, size) => {
    const bytes = decoder.decode(packed, size);
    if (bytes.length !== size) throw new Error(`a packed block does not hold its ${size} bytes`);
    return bytes as Uint8Array<ArrayBuffer>;
  };
}
