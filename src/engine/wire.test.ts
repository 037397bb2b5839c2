import { describe, expect, it } from 'vitest';
import { createAnswerReader, encodeQuery } from './wire.ts';

const text = new TextEncoder();
const caps = { maxRows: 100, maxBytes: 1_000_000, maxCellBytes: 1_000 };

function message(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length, 4);
  const bytes = new Uint8Array(1 + size);
  bytes[0] = type.charCodeAt(0);
  new DataView(bytes.buffer).setUint32(1, size);
  let at = 5;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const int16 = (value: number) => Uint8Array.of(value >> 8, value & 255);
const int32 = (value: number) =>
  new Uint8Array([value >> 24, value >> 16, value >> 8, value].map((byte) => byte & 255));
const string = (value: string) => text.encode(`${value}\0`);

function columns(...names: readonly string[]): Uint8Array {
  const each = names.flatMap((name) => [
    string(name),
    int32(0),
    int16(0),
    int32(25),
    int16(-1),
    int32(-1),
    int16(0),
  ]);
  return message('T', int16(names.length), ...each);
}

function row(...cells: readonly (string | null)[]): Uint8Array {
  const each = cells.flatMap((cell) => {
    if (cell === null) return [int32(-1)];
    const bytes = text.encode(cell);
    return [int32(bytes.length), bytes];
  });
  return message('D', int16(cells.length), ...each);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const answerOf = (stream: Uint8Array, chunk: number, with_ = caps) => {
  const reader = createAnswerReader(with_);
  for (let at = 0; at < stream.length; at += chunk) reader.push(stream.subarray(at, at + chunk));
  return reader.answer();
};

describe('the answer reader', () => {
  const stream = join(
    columns('a', 'a'),
    row('1', null),
    row('é😀', ''),
    message('C', string('SELECT 2')),
    message('Z', text.encode('I')),
  );

  it.each([1, 2, 3, 7, 64, 10_000])('reads the same whatever the chunks (%i bytes)', (chunk) => {
    const answer = answerOf(stream, chunk);
    expect(answer.columns).toEqual([
      { name: 'a', type: 25 },
      { name: 'a', type: 25 },
    ]);
    expect(answer.rows).toEqual([
      ['1', null],
      ['é😀', ''],
    ]);
    expect(answer).toMatchObject({ tag: 'SELECT 2', rowsSeen: 2, truncated: false });
  });

  it('tells an empty statement from a statement without an answer', () => {
    expect(answerOf(join(message('I'), message('Z', text.encode('I'))), 4).tag).toBe('');
    expect(answerOf(message('Z', text.encode('I')), 4).tag).toBeUndefined();
  });

  it('keeps the first error and its fields', () => {
    const error = (code: string) => message('E', text.encode(`SERROR\0C${code}\0Mwrong\0P7\0\0`));
    expect(answerOf(join(error('42601'), error('25P02')), 5).error).toEqual({
      S: 'ERROR',
      C: '42601',
      M: 'wrong',
      P: '7',
    });
  });

  it('counts rows beyond the caps without keeping them', () => {
    const rows = Array.from({ length: 50 }, (_, at) => row(`row ${at}`));
    const answer = answerOf(join(columns('a'), ...rows), 100, { ...caps, maxRows: 3 });
    expect(answer).toMatchObject({ rowsSeen: 50, truncated: true });
    expect(answer.rows).toEqual([['row 0'], ['row 1'], ['row 2']]);
  });

  it('cuts a long cell and goes on with the next', () => {
    const answer = answerOf(join(columns('a', 'b'), row('x'.repeat(5_000), 'after')), 512, {
      ...caps,
      maxCellBytes: 10,
    });
    expect(answer.rows).toEqual([['xxxxxxxxxx', 'after']]);
    expect(answer.truncated).toBe(true);
  });

  it('keeps no more of an enormous row than it must', () => {
    const answer = answerOf(join(columns('a'), row('y'.repeat(3_000_000)), row('next')), 65_536, {
      ...caps,
      maxCellBytes: 10,
    });
    expect(answer.rows).toEqual([['yyyyyyyyyy'], ['next']]);
  });
});

describe('a query message', () => {
  it('holds its length and a final zero', () => {
    const bytes = encodeQuery('select 1');
    expect(new DataView(bytes.buffer).getUint32(1)).toBe(bytes.length - 1);
    expect(bytes.at(-1)).toBe(0);
  });
});
