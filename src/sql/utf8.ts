import { type Place, placeInText } from './place-in-text.ts';

/** Where a file is not UTF-8, as a mistake of its author. */
export interface NotUtf8 extends Place {
  readonly file: string;
  readonly what: string;
  readonly fix: string;
}

const MARK = /^\uFEFF/;

/** Bytes as a text, whatever they are: what cannot be decoded becomes U+FFFD. A byte order mark stays. */
export function decodeLoosely(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The text of bytes; undefined where they are not UTF-8. With `stream`, a character may be cut off at their end. */
function decode(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** The text before the first byte that is not UTF-8. */
function soundStart(bytes: Uint8Array): string {
  let [sound, most] = [0, bytes.length];
  while (sound < most) {
    const tried = Math.ceil((sound + most) / 2);
    if (decode(bytes.subarray(0, tried), true) === undefined) most = tried - 1;
    else sound = tried;
  }
  return decode(bytes.subarray(0, sound), true) ?? '';
}

/**
 * The text of a file's bytes. Where they are not UTF-8, or hold a zero, as UTF-16 does and no text of PostgreSQL, `fault`
 * tells the first place of that: a text alone cannot, as U+FFFD is a character that a file may hold.
 */
export function readUtf8(
  file: string,
  bytes: Uint8Array,
): { readonly text: string; readonly fault?: NotUtf8 } {
  const text = decode(bytes);
  if (text !== undefined && !text.includes('\0')) return { text };
  const [before = ''] = (text ?? soundStart(bytes)).replace(MARK, '').split('\0', 1);
  const place = placeInText(before, before.length);
  const fault = { file, ...place, what: 'this is not UTF-8', fix: 'save the file as UTF-8' };
  return { text: text ?? decodeLoosely(bytes), fault };
}
