import { decodeLoosely, readUtf8 } from '../sql/utf8.ts';
import type { Problem } from './problems.ts';

/** What an author writes as a text. */
const WRITTEN = /\.(mdx?|astro|sql|ya?ml)$/;

/** Files of a folder as texts, and those of an author's that are not UTF-8, each at its first place. */
export interface DecodedFiles {
  readonly texts: ReadonlyMap<string, string>;
  readonly undecoded: readonly Problem[];
}

/** Decodes the files of a folder, which is called `folder` in messages. */
export function decodeFiles(files: ReadonlyMap<string, Uint8Array>, folder: string): DecodedFiles {
  const texts = new Map<string, string>();
  const undecoded: Problem[] = [];
  for (const [path, bytes] of files) {
    if (!WRITTEN.test(path)) {
      texts.set(path, decodeLoosely(bytes));
      continue;
    }
    const { text, fault } = readUtf8(`${folder}/${path}`, bytes);
    texts.set(path, text);
    if (fault) undecoded.push(fault);
  }
  return { texts, undecoded };
}
