import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MOST_SHARED, readFragment, writeFragment } from './link.ts';

const shared = { dataset: 'shop', text: "select 'größe \u{1F600}', '<img>' -- \\ & #\n" };

describe('a link', () => {
  it('brings the text and the dataset back', () => {
    const fragment = writeFragment(shared);
    expect(fragment).toMatch(/^#sql=1\.[\w-]+$/);
    expect(readFragment(fragment ?? '')).toEqual({ kind: 'ok', shared });
  });

  it('is short for a text that repeats itself, and refused where it would be too long', () => {
    expect(writeFragment({ dataset: 'shop', text: 'select 1;\n'.repeat(1000) })?.length).toBeLessThan(300);
    expect(writeFragment({ dataset: 'shop', text: 'x'.repeat(MOST_SHARED + 1) })).toBeUndefined();
    const noise = Array.from({ length: 60_000 }, (_, at) => ((at * 7919) % 65_521).toString(36)).join('');
    expect(writeFragment({ dataset: 'shop', text: noise })).toBeUndefined();
  });

  it.each(['', '#', '#other', '#results'])('is not there in %j', (fragment) => {
    expect(readFragment(fragment)).toEqual({ kind: 'absent' });
  });

  const packed = (value: unknown) =>
    `#sql=1.${btoa(String.fromCharCode(...deflateSync(strToU8(JSON.stringify(value))))).replace(/=+$/, '')}`;
  it.each([
    ['cut', (writeFragment(shared) ?? '').slice(0, -9)],
    ['changed', '#sql=1.AAAA%%%'],
    ['of a later version', '#sql=2.abc'],
    ['with other contents', packed({ a: 1 })],
    ['with half of the contents', packed(['shop'])],
    ['that stands for megabytes', packed(['shop', ' '.repeat(8_000_000)])],
  ])('%s is said to be damaged', (_, fragment) => {
    expect(readFragment(fragment).kind).toBe('damaged');
  });
});
