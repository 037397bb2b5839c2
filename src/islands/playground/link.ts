import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

/** What a link carries: a text and the dataset it is meant for. */
export interface Shared {
  readonly dataset: string;
  readonly text: string;
}

/** Whether two texts are the same, dataset included. */
export function isSame(a: Shared, b: Shared): boolean {
  return a.text === b.text && a.dataset === b.dataset;
}

export type SharedRead =
  | { readonly kind: 'ok'; readonly shared: Shared }
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged'; readonly message: string };

const ANY_PREFIX = '#sql=';
const PREFIX = `${ANY_PREFIX}1.`;
/** Larger texts belong into a file: browsers and chat programs cut long addresses. */
export const MOST_SHARED = 200_000;
const MOST_LINK = 32_000;

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** The fragment of an address, which browsers do not send to any server; undefined where the text is too long for one. */
export function writeFragment({ dataset, text }: Shared): string | undefined {
  const packed = deflateSync(strToU8(JSON.stringify([dataset, text])), { level: 9 });
  const fragment = `${PREFIX}${toBase64Url(packed)}`;
  return text.length > MOST_SHARED || fragment.length > MOST_LINK ? undefined : fragment;
}

/** Unpacks up to a limit: a few bytes can stand for gigabytes. */
function unpack(packed: Uint8Array): string {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    if (size > 4 * MOST_SHARED) throw new RangeError('too long');
    parts.push(part);
  });
  for (let from = 0; from < packed.length; from += 256) {
    inflate.push(packed.subarray(from, from + 256), from + 256 >= packed.length);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return strFromU8(whole);
}

/** True for the fragment of an address that carries a text, whole or not. */
export function carriesText(fragment: string): boolean {
  return fragment.startsWith(ANY_PREFIX);
}

/** Reads the fragment of an address. Never throws: links get cut and changed on their way. */
export function readFragment(fragment: string): SharedRead {
  if (!carriesText(fragment)) return { kind: 'absent' };
  try {
    if (!fragment.startsWith(PREFIX)) throw new RangeError('another version');
    const value: unknown = JSON.parse(unpack(fromBase64Url(fragment.slice(PREFIX.length))));
    const [dataset, text] = Array.isArray(value) ? value : [];
    if (typeof dataset !== 'string' || typeof text !== 'string') throw new RangeError('other contents');
    return { kind: 'ok', shared: { dataset, text } };
  } catch {
    return {
      kind: 'damaged',
      message: 'This link is not whole, or it was made by another version of this page. Ask for it again.',
    };
  }
}
