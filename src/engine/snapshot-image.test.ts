import { describe, expect, it } from 'vitest';
import { packImage, readImage, restoreImage } from './snapshot-image.ts';

const even = Uint8Array.from({ length: 128 * 1024 }, (_, at) => (at % 16 === 4 ? (at >> 4) & 255 : at % 16));
const odd = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 2_654_435_761) >>> 13);
const image = {
  directories: ['base', 'base/5'],
  files: [
    { path: 'PG_VERSION', mode: 0o600, bytes: new TextEncoder().encode('18\n') },
    { path: 'base/5/even', mode: 0o600, bytes: even },
    { path: 'base/5/odd', mode: 0o644, bytes: odd },
    { path: 'base/5/empty', mode: 0o600, bytes: new Uint8Array(0) },
  ],
};

describe('a snapshot image', () => {
  it('comes back as it went in', () => {
    const packed = packImage(image);
    restoreImage(packed);
    expect(readImage(packed)).toEqual(image);
  });

  it('stores even files as differences, and others as they are', () => {
    const packed = packImage(image);
    const [, first, second] = readImage(packed).files;
    expect(first?.bytes).not.toEqual(even);
    expect(second?.bytes).toEqual(odd);
  });

  it('does not take other bytes for an image, nor half of one', () => {
    expect(() => readImage(new Uint8Array(100))).toThrow(/not a Planwright snapshot/);
    const packed = packImage(image);
    expect(() => readImage(packed.slice(0, packed.length - 1))).toThrow(/cut short/);
  });
});
