import { describe, expect, it } from 'vitest';
import { readUtf8 } from './utf8.ts';

const placeOf = (bytes: Uint8Array) => {
  const { fault } = readUtf8('a.sql', bytes);
  return fault && [fault.line, fault.column];
};

describe('bytes that are UTF-8', () => {
  it.each(['', 'select 1;\n', 'Café, 𝄞', 'a sign for what was lost: \uFFFD', '\uFEFFselect 1;'])(
    '%s',
    (text) => {
      expect(readUtf8('a.sql', Buffer.from(text))).toEqual({ text });
    },
  );
});

describe('bytes that are not UTF-8 are told where they begin', () => {
  it.each([
    ['Latin-1', Buffer.from('id,name\n1,Caf\xe9\n', 'latin1'), [2, 6]],
    ['Latin-1 after U+FFFD', Buffer.concat([Buffer.from('\uFFFD\n𝄞é'), Buffer.from([0xe9, 0x20])]), [2, 4]],
    ['a character that is cut off at the end', Buffer.from('é\né').subarray(0, -1), [2, 1]],
    ['UTF-16 with its mark', Buffer.from('\uFEFFselect 1', 'utf16le'), [1, 1]],
    ['UTF-16 without a mark', Buffer.from('select 1', 'utf16le'), [1, 2]],
    ['a zero before what cannot be decoded', Buffer.from('a\0\xe9', 'latin1'), [1, 2]],
    ['a zero after a byte order mark', Buffer.from('\uFEFFab\0'), [1, 3]],
  ])('%s', (_, bytes, place) => {
    expect(placeOf(bytes)).toEqual(place);
  });
});
