import type { Open } from './files-inbox.ts';

type Chunk = Uint8Array<ArrayBuffer>;

/** ms that are waited before a download that broke is taken up again: a laptop that changes its network is away for some seconds. */
const WAITS: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000];

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The answer of an address. Asks again where none comes and `worthIt`: a line on which something came just now was there, and
 * may come back; one on which nothing did is blocked, or is none.
 */
export async function openUntil(ask: () => Promise<Response>, worthIt: () => boolean): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (refused) {
      const wait = WAITS[tries];
      if (wait === undefined || !worthIt()) throw refused;
      await sleep(wait);
    }
  }
}

export interface Wanted {
  readonly open: Open;
  readonly url: string;
  readonly size: number;
  /** Past the browser's cache. */
  readonly afresh: boolean;
  /** Told of every stretch that came; what has come is in `bytes` up to `now`. */
  readonly onMore: (bytes: Chunk, before: number, now: number) => void;
}

interface Download {
  readonly bytes: Chunk;
  at: number;
}

/** A stream that begins at this byte of the file. */
interface Part {
  readonly stream: ReadableStream<Chunk>;
  readonly from: number;
}

/** Reads a part to its end, without what is there already. Ends at once where the file turns out longer than it should be. */
async function readPart(into: Download, { stream, from }: Part, onMore: Wanted['onMore']): Promise<void> {
  const reader = stream.getReader();
  let place = from;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const fresh = next.value.subarray(Math.max(0, into.at - place));
    place += next.value.length;
    if (place > into.bytes.length) {
      reader.cancel().catch(() => undefined);
      into.at = place;
      return;
    }
    if (fresh.length === 0) continue;
    into.bytes.set(fresh, into.at);
    into.at = place;
    onMore(into.bytes, place - fresh.length, place);
  }
}

/** The rest of a file; undefined where it does not come now. A server that knows no parts sends all of it. */
async function restOf({ open, url, afresh }: Wanted, at: number): Promise<Part | undefined> {
  const response = await open(url, afresh, at).catch(() => undefined);
  if (!response?.ok || !response.body) return undefined;
  return { stream: response.body, from: response.status === 206 ? at : 0 };
}

/**
 * Reads what an address answered into one block of exactly this many bytes; gives how many came where there are more or
 * fewer. Where the connection breaks in the middle, goes on at the byte that it came to; throws what broke it where nothing
 * more comes for a while.
 */
export async function download(wanted: Wanted, first: ReadableStream<Chunk>): Promise<Chunk | number> {
  const into: Download = { bytes: new Uint8Array(wanted.size), at: 0 };
  let part: Part | undefined = { stream: first, from: 0 };
  let broke: unknown;
  let tries = 0;
  for (;;) {
    const before = into.at;
    try {
      if (part) {
        await readPart(into, part, wanted.onMore);
        return into.at === wanted.size ? into.bytes : into.at;
      }
    } catch (cause) {
      broke = cause;
      if (into.at > before) tries = 0;
    }
    const wait = WAITS[tries];
    if (into.at === 0 || wait === undefined) throw broke;
    tries += 1;
    await sleep(wait);
    part = await restOf(wanted, into.at);
  }
}
