import type { AuthorError } from './exercise.ts';
import { placeInText } from './place-in-text.ts';

const WHAT = { what: 'this is not UTF-8', fix: 'save the file as UTF-8' };

/**
 * The first place of a text whose bytes were not UTF-8: what cannot be decoded becomes U+FFFD, and UTF-16 without a mark
 * has a zero beside each letter.
 */
export function checkUtf8(file: string, text: string): AuthorError | undefined {
  const offset = text.search(/[\uFFFD\0]/);
  return offset < 0 ? undefined : { file, ...placeInText(text, offset), ...WHAT };
}
