import { describe, expect, it } from 'vitest';
import { bootBlock, packFiles } from './build/pack-image.ts';
import { checkContents, contentsOf, packedBytes, unpackShared } from './relations.ts';
import { readBoot, restoreBoot } from './snapshot-image.ts';

const even = Uint8Array.from({ length: 128 * 1024 }, (_, at) => (at % 16 === 4 ? (at >> 4) & 255 : at % 16));
const odd = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 2_654_435_761) >>> 13);
const version = { path: 'PG_VERSION', mode: 0o600, bytes: new TextEncoder().encode('18\n') };
const empty = { path: 'base/5/empty', mode: 0o600, bytes: new Uint8Array(0) };
const image = {
  directories: ['base', 'base/5'],
  files: [
    version,
    { path: 'base/5/even', mode: 0o600, bytes: even },
    { path: 'base/5/odd', mode: 0o644, bytes: odd },
    empty,
  ],
};
const pack = async (packedBefore: Parameters<typeof packFiles>[2] = () => undefined) => {
  const files = await packFiles(image, ({ bytes }) => bytes.length > 1000, packedBefore);
  return { boot: bootBlock(files), relations: files.relations };
};

describe('a snapshot image', () => {
  it('comes back as it went in, what starts PostgreSQL first', async () => {
    const { boot, relations } = await pack();
    restoreBoot(boot);
    const read = readBoot(boot);
    expect(read.directories).toEqual(image.directories);
    expect(read.files).toEqual([version, empty]);
    expect(packedBytes(read.later)).toBe(relations.length);
    const asked = await contentsOf({ bytes: relations.buffer, packed: true });
    const later = read.later.map((file) => ({ path: file.path, mode: file.mode, bytes: asked(file) }));
    expect(later).toEqual([image.files[1], image.files[2]]);
  });

  it('unpacks a file once, however many databases ask for it', async () => {
    const { boot, relations } = await pack();
    const [file] = readBoot(boot).later;
    if (!file) throw new Error('the image has files in its second block');
    const contents = () => contentsOf({ bytes: relations.buffer, packed: true });
    const first = (await contents())(file);
    expect((await contents())(file)).toBe(first);
  });

  it('is unpacked whole for threads to look at', async () => {
    const { boot, relations } = await pack();
    const { later } = readBoot(boot);
    const contents = await contentsOf({ bytes: await unpackShared(later, relations), packed: false });
    expect(later.map(contents)).toEqual([even, odd]);
  });

  it('takes over what was packed before only where it holds the same', async () => {
    const mark = new Uint8Array([1, 2, 3]);
    const before = new Map([
      ['base/5/even', { contents: even, delta: true, bytes: mark }],
      ['base/5/odd', { contents: odd.map((byte) => byte + 1), delta: false, bytes: mark }],
    ]);
    const [anew, again] = [await pack(), await pack((path) => before.get(path))];
    const [packedEven = 0, packedOdd] = readBoot(anew.boot).later.map(({ packed }) => packed);
    expect(readBoot(again.boot).later.map(({ packed, delta }) => [packed, delta])).toEqual([
      [mark.length, true],
      [packedOdd, false],
    ]);
    expect(again.relations).toEqual(new Uint8Array([...mark, ...anew.relations.subarray(packedEven)]));
  });

  it('stores even files as differences, and others as they are', async () => {
    expect(readBoot((await pack()).boot).later.map(({ delta }) => delta)).toEqual([true, false]);
    const boot = bootBlock(
      await packFiles(
        image,
        () => false,
        () => undefined,
      ),
    );
    expect(boot.subarray(-odd.length)).toEqual(odd);
    expect(boot.subarray(-odd.length - even.length, -odd.length)).not.toEqual(even);
    restoreBoot(boot);
    expect(readBoot(boot).files.map(({ bytes }) => bytes)).toEqual(image.files.map(({ bytes }) => bytes));
  });

  it('does not take other bytes for an image, nor half of one, nor a damaged one', async () => {
    expect(() => readBoot(new Uint8Array(100))).toThrow(/not a Planwright snapshot/);
    const { boot, relations } = await pack();
    expect(() => readBoot(boot.slice(0, boot.length - 1))).toThrow(/cut short/);
    const [file] = readBoot(boot).later;
    if (!file) throw new Error('the image has files in its second block');
    const half = await contentsOf({ bytes: relations.slice(0, file.packed / 2).buffer, packed: true });
    expect(() => half(file)).toThrow(/does not hold/);
    const damaged = relations.slice();
    damaged[file.packed - 1] = (damaged[file.packed - 1] ?? 0) ^ 1;
    await expect(checkContents(readBoot(boot).later, damaged)).rejects.toThrow(/does not hold/);
    await checkContents(readBoot(boot).later, relations);
  });
});
