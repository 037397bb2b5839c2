import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFileStore } from './browser-files.ts';
import type { Progress } from './engine.ts';
import type { EngineManifest, FilesAddress } from './manifest.ts';

const ENGINE = join(import.meta.dirname, '../../public/engine');
const FROM = 'https://example.test/engine/';

async function emptyAddress(): Promise<FilesAddress> {
  const manifest = JSON.parse(await readFile(join(ENGINE, 'manifest.json'), 'utf8')) as EngineManifest;
  const { wasm, bundle, datasets } = manifest;
  const dataset = datasets.empty;
  if (!dataset) throw new Error('the engine was built without the empty dataset');
  return { from: FROM, wasm, bundle, dataset };
}

/** Serves the engine's files; `damage` says which answers have a wrong byte, by file and by whether the cache was passed by. */
function makeNetwork(damage: (file: string, afresh: boolean) => boolean) {
  const asked: string[] = [];
  const open = async (url: string, afresh = false) => {
    const file = url.slice(FROM.length);
    asked.push(afresh ? `${file} afresh` : file);
    const bytes = Uint8Array.from(await readFile(join(ENGINE, file)));
    if (damage(file, afresh)) bytes[5000] = (bytes[5000] ?? 0) ^ 255;
    return new Response(bytes);
  };
  return { asked, open };
}

/** Where the page did not come over https, there is no SHA-256, and the packing's checksums have to do. */
const withoutHash = () => vi.stubGlobal('crypto', {});

afterEach(() => vi.unstubAllGlobals());

it('a line on which nothing came is not waited for, though one file is refused after the other', async () => {
  const address = await emptyAddress();
  const asked: string[] = [];
  const open = async (url: string): Promise<Response> => {
    asked.push(url);
    await new Promise((resolve) => setTimeout(resolve, 20 * asked.length));
    throw new TypeError('Failed to fetch');
  };
  const files = createFileStore(open, () => {})(address);
  const outcomes = Promise.allSettled([files.boot, files.code, files.later]);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(new Set(asked).size).toBe(asked.length);
  for (const outcome of await outcomes)
    expect(outcome).toMatchObject({ reason: { code: 'download-failed' } });
});

describe('a damaged file of the engine', () => {
  it.each([
    ['by its SHA-256', () => {}],
    ['by its packing', withoutHash],
  ])('is found %s and fetched once more, past the cache', async (_, prepare) => {
    prepare();
    const address = await emptyAddress();
    const { asked, open } = makeNetwork((_file, afresh) => !afresh);
    const told: Progress[] = [];
    const files = createFileStore(open, (progress) => told.push(progress))(address);
    const boot = await files.boot;
    await files.later;
    expect(boot.byteLength).toBeGreaterThan(0);
    expect(asked.filter((one) => one.endsWith(' afresh'))).toHaveLength(4);
    expect(asked).toHaveLength(8);
    const fetched = told.filter(({ phase }) => phase === 'downloading');
    expect(fetched.every(({ done, total }) => done <= total)).toBe(true);
    expect(fetched.at(-1)?.done).toBe(fetched.at(-1)?.total);
  });

  it('is a fault where it is damaged twice, and is fetched again when it is asked for again', async () => {
    const address = await emptyAddress();
    let damaged = true;
    const { asked, open } = makeNetwork((file) => damaged && file === address.dataset.relations.file);
    const load = createFileStore(open, () => {});
    await expect(load(address).later).rejects.toMatchObject({ code: 'corrupt-snapshot' });
    damaged = false;
    await expect(load(address).later).resolves.toMatchObject({ relations: { packed: true } });
    expect(asked.filter((one) => one === address.dataset.relations.file)).toHaveLength(2);
    expect(asked.filter((one) => one === address.wasm.file)).toHaveLength(1);
  });

  it('has no sound file fetched again', async () => {
    const address = await emptyAddress();
    const { asked, open } = makeNetwork((file) => file === address.wasm.file);
    const files = createFileStore(open, () => {})(address);
    await expect(files.later).rejects.toMatchObject({ code: 'corrupt-snapshot' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked.filter((one) => one.endsWith(' afresh'))).toEqual([`${address.wasm.file} afresh`]);
  });
});
