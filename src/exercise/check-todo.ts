import { placeInText } from '../sql/place-in-text.ts';
import type { AuthorError } from './exercise.ts';

/** What a scaffold left for the author: every `TODO: what to write` of a file, at its place. */
export function checkTodo(file: string, text: string): readonly AuthorError[] {
  return [...text.matchAll(/\bTODO\b:?[ \t]*([^\n"}<]*)/g)].map((match) => {
    const asked = (match[1] ?? '').replace(/(\*\/|-->|['”])?\s*$/, '').trim();
    return {
      file,
      ...placeInText(text, match.index),
      what: `this is still to be written: ${asked || 'it says only TODO'}`,
      fix: 'write it in place of the line that says TODO',
      unwritten: true,
    };
  });
}
