import { z } from 'zod';

/** Amounts as an author writes them. They stay text until they are judged, so that the schema says what may be written. */

/** A text of one form, which is named where something else is written: a number, say. */
function written(form: RegExp, what: string) {
  return z.string({ error: what }).regex(form, what);
}

export const share = written(/^\d+(\.\d+)?\s*%$/, 'a percentage, such as 5%');
export const change = written(/^[+-]\d+(\.\d+)?\s*%$/, 'a signed percentage, such as +40%');
export const bytes = written(
  /^\d+(\.\d+)?\s*(bytes|kB|MB|GB)$/,
  'a size, such as 8 MB (bytes, kB, MB or GB)',
);

const UNITS: Readonly<Record<string, number>> = { bytes: 1, kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** `5%` is 0.05, `+40%` is 0.4, `-27%` is -0.27; to tell it from others, and not to work out a budget. */
export function shareOf(text: string): number {
  return Number.parseFloat(text) / 100;
}

/** A percentage as a fraction of whole numbers: in floating point 29 % of 100 are less than 29, and 115 % more than 115. */
function fractionOf(text: string): { readonly parts: number; readonly of: number } {
  const [, sign = '', whole = '', decimals = ''] = /^([+-]?)(\d+)\.?(\d*)/.exec(text) ?? [];
  return { parts: Number(`${sign}${whole}${decimals}`), of: 100 * 10 ** decimals.length };
}

/** So much of a whole number, rounded down: `29%` of 100 is 29. */
export function partOf(text: string, amount: number): number {
  const { parts, of } = fractionOf(text);
  return Math.floor((amount * parts) / of);
}

/** A whole number with so much added or taken off, rounded down: `+15%` on 100 is 115. */
export function changedBy(text: string, amount: number): number {
  const { parts, of } = fractionOf(text);
  return Math.floor((amount * (of + parts)) / of);
}

/** `8 MB` in bytes, a kB being 1,024 of them. */
export function bytesOf(text: string): number {
  return Number.parseFloat(text) * (UNITS[text.replace(/^[\d.\s]+/, '')] ?? Number.NaN);
}

/** `5%` and `+40 %` as figures are written elsewhere: `5 %`, `40 %`. */
export function shareInWords(text: string): string {
  return `${Math.abs(Number.parseFloat(text)).toLocaleString('en-GB')} %`;
}
