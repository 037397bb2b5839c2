import type { Plugin } from 'vite';
import { vocabulary } from '../lesson/vocabulary.ts';

/** Names of components that an MDX text uses as tags, code left out. */
export function usedComponents(mdx: string): readonly string[] {
  const prose = mdx.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...new Set(Array.from(prose.matchAll(/<([A-Z][A-Za-z0-9]*)/g), (match) => match[1] ?? ''))];
}

/** The import line for the vocabulary that this text uses, or the sentence that says what is wrong. */
export function vocabularyImports(mdx: string): { readonly line: string } | { readonly error: string } {
  const names = usedComponents(mdx).filter(
    (name) => !new RegExp(`^import[^\\n]*\\b${name}\\b`, 'm').test(mdx),
  );
  const unknown = names.filter((name) => !vocabulary.includes(name));
  if (unknown.length > 0) {
    return {
      error: `<${unknown.join('>, <')}> is no part of the lesson vocabulary. Fix: use one of ${vocabulary.join(', ')}.`,
    };
  }
  return { line: names.map((name) => `import ${name} from '/src/lesson/${name}.astro';`).join(' ') };
}

/**
 * Gives lessons and tasks the lesson vocabulary without import lines. The imports go to the end of the text, where
 * they count as well and no line number in an error message moves. `folders` (absolute) hold the lessons and the tasks.
 */
export function lessonVocabulary(folders: readonly string[]): Plugin {
  return {
    name: 'planwright:lesson-vocabulary',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx(?:\?|$)/ },
      handler(code, id) {
        const file = id.split('?')[0] ?? id;
        if (!folders.some((folder) => file.startsWith(`${folder}/`))) return null;
        const result = vocabularyImports(code);
        if ('error' in result) this.error(`${file}: ${result.error}`);
        return result.line === '' ? null : { code: `${code}\n\n${result.line}\n`, map: null };
      },
    },
  };
}
