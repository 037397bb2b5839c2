import type { YAMLError } from 'yaml';
import type { AuthorError } from './exercise.ts';

/** A complaint of the YAML parser about a text as an author reads it; its place is told apart from it. */
export function yamlInWords(
  { message, code, pos }: Pick<YAMLError, 'message' | 'code' | 'pos'>,
  text: string,
): Pick<AuthorError, 'what' | 'fix'> {
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(text.slice(pos[0]))?.[0].trim();
    return { what: `“${key}” stands there twice`, fix: 'take one of them out' };
  }
  const why = message.split('\n')[0]?.replace(/ at line \d+.*$/, '');
  const fix = code === 'TAB_AS_INDENT' ? 'indent with spaces' : 'mend it there; quote text that holds : or #';
  return { what: `the YAML cannot be read: ${why}`, fix };
}
