import { z } from 'zod';

/** Amounts as an author writes them. They stay text until they are judged, so that the schema says what may be written. */

export const share = z.string().regex(/^\d+(\.\d+)?\s*%$/, 'a percentage, such as 5%');
export const change = z.string().regex(/^[+-]\d+(\.\d+)?\s*%$/, 'a signed percentage, such as +40%');
export const bytes = z
  .string()
  .regex(/^\d+(\.\d+)?\s*(bytes|kB|MB|GB)$/, 'a size, such as 8 MB (bytes, kB, MB or GB)');

const UNITS: Readonly<Record<string, number>> = { bytes: 1, kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** `5%` is 0.05, `+40%` is 0.4, `-27%` is -0.27. */
export function shareOf(text: string): number {
  return Number.parseFloat(text) / 100;
}

/** `8 MB` in bytes, a kB being 1,024 of them. */
export function bytesOf(text: string): number {
  return Number.parseFloat(text) * (UNITS[text.replace(/^[\d.\s]+/, '')] ?? Number.NaN);
}

/** `5%` and `+40 %` as figures are written elsewhere: `5 %`, `40 %`. */
export function shareInWords(text: string): string {
  return `${Math.abs(Number.parseFloat(text)).toLocaleString('en-GB')} %`;
}
