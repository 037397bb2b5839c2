import { describe, expect, it } from 'vitest';
import { packImage, readBoot, restoreBoot, restoreRelations } from './snapshot-image.ts';

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
const pack = () => packImage(image, ({ bytes }) => bytes.length > 1000);

describe('a snapshot image', () => {
  it('comes back as it went in, what starts PostgreSQL first', () => {
    const { boot, relations } = pack();
    restoreBoot(boot);
    restoreRelations(boot, relations);
    const read = readBoot(boot);
    expect(read.directories).toEqual(image.directories);
    expect(read.files).toEqual([version, empty]);
    expect(read.laterBytes).toBe(relations.length);
    const later = read.later.map(({ path, mode, size, offset }) => ({
      path,
      mode,
      bytes: relations.subarray(offset, offset + size),
    }));
    expect(later).toEqual([image.files[1], image.files[2]]);
  });

  it('stores even files as differences, and others as they are', () => {
    const { relations } = pack();
    expect(relations.subarray(0, even.length)).not.toEqual(even);
    expect(relations.subarray(even.length)).toEqual(odd);
  });

  it('does not take other bytes for an image, nor half of one', () => {
    expect(() => readBoot(new Uint8Array(100))).toThrow(/not a Planwright snapshot/);
    const { boot, relations } = pack();
    expect(() => readBoot(boot.slice(0, boot.length - 1))).toThrow(/cut short/);
    expect(() => restoreRelations(boot, relations.slice(1))).toThrow(/cut short/);
  });
});
