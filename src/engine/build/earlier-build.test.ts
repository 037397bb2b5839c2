import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DatasetFile, EMPTY_DATASET, type EngineManifest } from '../manifest.ts';
import { findEarlierBuild } from './earlier-build.ts';

const SHIPPED = join(import.meta.dirname, '../../../public/engine');
const shipped: EngineManifest & { readonly keys: Readonly<Record<string, string>> } = JSON.parse(
  await readFile(join(SHIPPED, 'manifest.json'), 'utf8'),
);
const { pglite, wasm, bundle, datasets, keys } = shipped;
const { boot, relations } = datasets[EMPTY_DATASET] as DatasetFile;
const KEY = keys[EMPTY_DATASET] ?? '';

describe('what was built before', () => {
  let into: string;
  let other: string;
  beforeEach(async () => {
    [into, other] = [
      await mkdtemp(join(tmpdir(), 'planwright-')),
      await mkdtemp(join(tmpdir(), 'planwright-')),
    ];
    for (const { file } of [wasm, bundle, boot, relations]) await cp(join(SHIPPED, file), join(other, file));
    await writeFile(join(other, 'manifest.json'), JSON.stringify(shipped));
  });
  afterEach(async () => {
    for (const folder of [into, other]) await rm(folder, { recursive: true });
  });

  it('is copied from another folder, byte for byte', async () => {
    const earlier = await findEarlierBuild(into, other);
    expect(await earlier.engine(pglite)).toEqual({ wasm, bundle });
    expect(await earlier.dataset(EMPTY_DATASET, KEY)).toEqual(datasets[EMPTY_DATASET]);
    const files = [wasm, bundle, boot, relations].map(({ file }) => file);
    expect((await readdir(into)).sort()).toEqual([...files].sort());
    for (const file of files)
      expect(await readFile(join(into, file))).toEqual(await readFile(join(SHIPPED, file)));
  });

  it('is left where it is not of the same version, or made from something else', async () => {
    const earlier = await findEarlierBuild(into, other);
    expect(await earlier.engine('0.0.0')).toBeUndefined();
    expect(await earlier.dataset(EMPTY_DATASET, 'another')).toBeUndefined();
    expect(await earlier.dataset('nothing', KEY)).toBeUndefined();
    expect(await readdir(into)).toEqual([]);
  });

  it('is left as a whole where a part of it is damaged or gone', async () => {
    await writeFile(join(other, bundle.file), 'half');
    await rm(join(other, relations.file));
    const earlier = await findEarlierBuild(into, other);
    expect(await earlier.engine(pglite)).toBeUndefined();
    expect(await earlier.dataset(EMPTY_DATASET, KEY)).toBeUndefined();
    expect(await readdir(into)).toEqual([]);
  });

  it('is left where a file of it cannot be read, as when it is removed while it is looked for', async () => {
    for (const { file } of [wasm, boot]) {
      await rm(join(other, file));
      await mkdir(join(other, file));
    }
    const earlier = await findEarlierBuild(into, other);
    expect(await earlier.engine(pglite)).toBeUndefined();
    expect(await earlier.dataset(EMPTY_DATASET, KEY)).toBeUndefined();
    expect(await readdir(into)).toEqual([]);
  });

  it('is nothing where the list was cut short, here or there', async () => {
    for (const folder of [into, other]) await writeFile(join(folder, 'manifest.json'), '{"pglite": "0.');
    const earlier = await findEarlierBuild(into, other);
    expect(await earlier.engine(pglite)).toBeUndefined();
    expect(await earlier.dataset(EMPTY_DATASET, KEY)).toBeUndefined();
  });

  it('is what lies in the folder itself, before any other', async () => {
    const earlier = await findEarlierBuild(other, SHIPPED);
    expect(await earlier.engine(pglite)).toEqual({ wasm, bundle });
    await rm(join(other, wasm.file));
    expect(await (await findEarlierBuild(other, undefined)).engine(pglite)).toBeUndefined();
    expect(await (await findEarlierBuild(other, SHIPPED)).engine(pglite)).toEqual({ wasm, bundle });
    expect(await readdir(other)).toContain(wasm.file);
  });
});
