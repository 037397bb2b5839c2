import { YAMLError } from 'yaml';
import { whyNoFrontMatter } from '../exercise/front-matter.ts';
import { yamlInWords } from '../exercise/yaml-in-words.ts';
import type { SourceError } from './lesson-source.ts';
import { mdxInWords } from './mdx-in-words.ts';

/** Where the MDX or the YAML of a file cannot be read; the YAML counts its lines from below the fence. */
function placeOfError(thrown: unknown): { readonly line: number; readonly column: number } {
  if (thrown instanceof YAMLError) {
    const [begin] = thrown.linePos ?? [];
    return { line: (begin?.line ?? 0) + 1, column: begin?.col ?? 1 };
  }
  const get = (key: string): unknown =>
    typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, key) : undefined;
  return { line: Number(get('line')) || 1, column: Number(get('column')) || 1 };
}

function errorInWords(thrown: unknown, text: string) {
  if (thrown instanceof YAMLError) return yamlInWords(thrown, text.replace(/^---\r?\n/, ''));
  const [said = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
  return mdxInWords(said);
}

/** Why a text cannot be read as a lesson, from what its parser threw. */
export function whyUnreadable(file: string, text: string, thrown: unknown): SourceError {
  const none = whyNoFrontMatter(text);
  if (none) return { file, line: 1, ...none };
  return { file, ...placeOfError(thrown), ...errorInWords(thrown, text) };
}
