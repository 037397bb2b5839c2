import { corrupt, type Reader } from './fetch-file.ts';
import { FRAME_BYTES, type FramedFile } from './manifest.ts';
import { loadUnpacker, type Unpack } from './unpack.ts';

type Chunk = Uint8Array<ArrayBuffer>;

const forgive = () => undefined;

/**
 * Compiles the engine's code frame by frame while it still comes, so that little is left to do when all of it is there.
 * Where the browser refuses the code, that is the compiler's own error and no fault of the file.
 */
export function compileAsItComes(file: FramedFile): Reader<WebAssembly.Module> {
  const { frames, unpacked } = file;
  const { readable, writable } = new TransformStream<Chunk, Chunk>();
  const code = new Response(readable, { headers: { 'Content-Type': 'application/wasm' } });
  const compiled = WebAssembly.compileStreaming(code);
  compiled.catch(forgive);
  const writer = writable.getWriter();
  let unpack: Unpack | undefined;
  const ready = loadUnpacker().then((loaded) => {
    unpack = loaded;
  });
  ready.catch(forgive);
  let at = 0;
  let given = 0;
  /** Passes on each frame that is there. Throws at one that is damaged, each time. */
  const passOn = (packed: Chunk, bytes: number): void => {
    for (let size = frames[given]; unpack && size !== undefined && at + size <= bytes; size = frames[given]) {
      const whole = Math.min(FRAME_BYTES, unpacked - given * FRAME_BYTES);
      writer.write(unpack(packed.subarray(at, at + size), whole)).catch(forgive);
      at += size;
      given += 1;
    }
  };
  return {
    take(packed, bytes) {
      try {
        passOn(packed, bytes);
      } catch {
        // It is found again when the file is there as a whole.
      }
    },
    async finish(packed) {
      await ready;
      try {
        passOn(packed, packed.length);
      } catch (cause) {
        throw corrupt(file, cause);
      }
      writer.close().catch(forgive);
      return compiled;
    },
    giveUp: () => void writer.abort().catch(forgive),
  };
}
