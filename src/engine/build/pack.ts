import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompressSync } from 'node:zlib';
import { FRAME_BYTES } from '../manifest.ts';

const compress = promisify(zstdCompress);

/** zstd's levels. Past the first, relations shrink by a twelfth more and take twice as long. */
const LEVELS = { relation: 17, engine: 19 } as const;

/** Packs a block with a checksum of its contents. */
export function pack(bytes: Uint8Array, what: keyof typeof LEVELS): Promise<Uint8Array> {
  const { ZSTD_c_compressionLevel, ZSTD_c_checksumFlag } = constants;
  const params = { [ZSTD_c_compressionLevel]: LEVELS[what], [ZSTD_c_checksumFlag]: 1 };
  // Told the size, zstd takes no more memory than it needs.
  return compress(bytes, { params, pledgedSrcSize: bytes.length });
}

/** Packs a block in stretches of `FRAME_BYTES`, each of which can be unpacked when it has come. */
export function packInFrames(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  const frames: Promise<Uint8Array>[] = [];
  for (let at = 0; at < bytes.length; at += FRAME_BYTES)
    frames.push(pack(bytes.subarray(at, at + FRAME_BYTES), 'engine'));
  return Promise.all(frames);
}

/** Throws where the block is damaged. */
export function unpack(packed: Uint8Array): Uint8Array {
  return zstdDecompressSync(packed);
}
