import { corrupt, type Reader } from './fetch-file.ts';
import { FRAME_BYTES, type FramedFile } from './manifest.ts';
import { loadUnpacker, type Unpack } from './unpack.ts';

type Chunk = Uint8Array<ArrayBuffer>;

/** A stream that is written to from outside. */
function openStream(): {
  readonly stream: ReadableStream<Chunk>;
  readonly into: ReadableStreamDefaultController<Chunk>;
} {
  let into: ReadableStreamDefaultController<Chunk> | undefined;
  const stream = new ReadableStream<Chunk>({
    start(controller) {
      into = controller;
    },
  });
  if (!into) throw new Error('a stream begins when it is made');
  return { stream, into };
}

/** Compiles the engine's code frame by frame while it still comes, so that little is left to do when all of it is there. */
export function compileAsItComes(file: FramedFile): Reader<WebAssembly.Module> {
  const { frames, unpacked } = file;
  const { stream, into } = openStream();
  const code = new Response(stream, { headers: { 'Content-Type': 'application/wasm' } });
  const compiled = WebAssembly.compileStreaming(code);
  compiled.catch(() => undefined);
  let unpack: Unpack | undefined;
  let damage: unknown;
  let at = 0;
  let given = 0;
  const ready = loadUnpacker().then((loaded) => {
    unpack = loaded;
  });
  ready.catch(() => undefined);
  const passOn = (packed: Chunk, bytes: number): void => {
    for (let size = frames[given]; unpack && size !== undefined && at + size <= bytes; size = frames[given]) {
      const whole = Math.min(FRAME_BYTES, unpacked - given * FRAME_BYTES);
      into.enqueue(unpack(packed.subarray(at, at + size), whole));
      at += size;
      given += 1;
    }
  };
  return {
    take(packed, bytes) {
      try {
        if (damage === undefined) passOn(packed, bytes);
      } catch (thrown) {
        damage = thrown;
      }
    },
    async finish(packed) {
      await ready;
      if (damage !== undefined) throw corrupt(file, damage);
      try {
        passOn(packed, packed.length);
      } catch (cause) {
        throw corrupt(file, cause);
      }
      into.close();
      return compiled;
    },
    giveUp: () => into.error(new Error('the code did not come whole')),
  };
}
