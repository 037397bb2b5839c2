import { describe, expect, it } from 'vitest';
import { packInFrames } from './build/pack.ts';
import { compileAsItComes } from './compile-as-it-comes.ts';
import { FRAME_BYTES, type FramedFile } from './manifest.ts';

const EMPTY_MODULE = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** A module of more than one frame: what a custom section holds is nobody's business. */
function largeModule(): Uint8Array {
  const size = 2 * FRAME_BYTES;
  // The section's size is written in 7 bits a byte, the lowest first.
  const sized = [0, 1, 2, 3].map((at) => ((size >> (7 * at)) & 127) | (at < 3 ? 128 : 0));
  return Uint8Array.from([...EMPTY_MODULE, 0, ...sized, ...new Uint8Array(size)]);
}

async function pack(
  code: Uint8Array,
): Promise<{ readonly file: FramedFile; readonly packed: Uint8Array<ArrayBuffer> }> {
  const frames = await packInFrames(code);
  const packed = Uint8Array.from(Buffer.concat(frames));
  const sizes = {
    compressed: packed.length,
    unpacked: code.length,
    frames: frames.map(({ length }) => length),
  };
  return { file: { file: 'code.bin', packing: 'zstd', sha256: '', ...sizes }, packed };
}

describe('code that is compiled as it comes', () => {
  it('is a module when all of it is there, in however many pieces it came', async () => {
    const { file, packed } = await pack(largeModule());
    expect(file.frames).toHaveLength(3);
    for (const piece of [1, 7, packed.length]) {
      const reader = compileAsItComes(file);
      for (let at = piece; at < packed.length; at += piece) reader.take?.(packed, at);
      expect(await reader.finish(packed)).toBeInstanceOf(WebAssembly.Module);
    }
  });

  it('is damaged where a frame is', async () => {
    const { file, packed } = await pack(largeModule());
    packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 255;
    const reader = compileAsItComes(file);
    reader.take?.(packed, packed.length);
    await expect(reader.finish(packed)).rejects.toMatchObject({ code: 'corrupt-snapshot' });
    reader.giveUp?.();
  });

  it('is not called damaged where it is as it was built and the browser refuses it', async () => {
    const { file, packed } = await pack(new Uint8Array(3 * FRAME_BYTES).fill(7));
    const reader = compileAsItComes(file);
    reader.take?.(packed, file.frames[0] ?? 0);
    // The compiler has seen by now that this is no WebAssembly.
    await new Promise((resolve) => setTimeout(resolve, 50));
    reader.take?.(packed, packed.length);
    await expect(reader.finish(packed)).rejects.toBeInstanceOf(WebAssembly.CompileError);
    reader.giveUp?.();
  });
});
