import type { Boot } from './manifest.ts';
import { restoreBoot } from './snapshot-image.ts';
import { loadUnpacker } from './unpack.ts';

/** An image's first block, ready to be read; `size` is its unpacked bytes. Throws where it is damaged. */
export async function readyBoot({ bytes, packed }: Boot, size: number): Promise<Uint8Array> {
  if (!packed) return new Uint8Array(bytes);
  const unpack = await loadUnpacker();
  const block = unpack(new Uint8Array(bytes), size);
  restoreBoot(block);
  return block;
}
