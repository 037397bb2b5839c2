import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

/** Where a file is not UTF-8, as a mistake of its author. */
export interface NotUtf8 {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly fix: string;
}

/** The first place of a file whose bytes are not UTF-8, or that holds a zero, as UTF-16 does and no text of PostgreSQL. */
export function notUtf8(file: string, bytes: Buffer): NotUtf8 | undefined {
  const zero = bytes.indexOf(0);
  if (zero < 0 && isUtf8(bytes)) return undefined;
  const text = bytes.toString('utf8');
  const before = text.slice(0, text.search(/[\uFFFD\0]/)).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { file, ...place, what: 'this is not UTF-8', fix: 'save the file as UTF-8' };
}

/** The text of a file. Where it is not UTF-8, `fault` says so. */
export async function readUtf8(file: string): Promise<{ readonly text: string; readonly fault?: NotUtf8 }> {
  const bytes = await readFile(file);
  const fault = notUtf8(file, bytes);
  return { text: bytes.toString('utf8'), ...(fault ? { fault } : {}) };
}
