import type { YAMLError } from 'yaml';
import type { AuthorError } from './exercise.ts';

/** A complaint of the YAML parser as an author reads it; its place is told apart from it. */
export function yamlInWords({
  message,
  code,
}: Pick<YAMLError, 'message' | 'code'>): Pick<AuthorError, 'what' | 'fix'> {
  const why = message.split('\n')[0]?.replace(/ at line \d+.*$/, '');
  const fix = code === 'TAB_AS_INDENT' ? 'indent with spaces' : 'mend it there; quote text that holds : or #';
  return { what: `the YAML cannot be read: ${why}`, fix };
}
