import type * as Monaco from 'monaco-editor/editor';
import { KEYWORDS } from '../../sql/keywords.ts';

export const LANGUAGE = 'pgsql';

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
] as const;

const CONFIGURATION: Monaco.languages.LanguageConfiguration = {
  comments: { lineComment: '--', blockComment: ['/*', '*/'] },
  brackets: PAIRS.map(([open, close]) => [open, close]),
  autoClosingPairs: [...PAIRS, ["'", "'"], ['"', '"']].map(([open = '', close = '']) => ({ open, close })),
  surroundingPairs: [...PAIRS, ["'", "'"], ['"', '"']].map(([open = '', close = '']) => ({ open, close })),
};

/**
 * PostgreSQL's lexical rules: nested comments, doubled quotes, backslashes in E strings, dollar quotes with a tag. What
 * follows a dot is a name. The same words are keywords as in the SQL of the pages (block/highlight.ts).
 */
const RULES: Monaco.languages.IMonarchLanguage = {
  ignoreCase: true,
  defaultToken: '',
  keywords: [...KEYWORDS],
  brackets: PAIRS.map(([open, close]) => ({ open, close, token: 'delimiter' })),
  tokenizer: {
    root: [
      [/--.*/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      [/e'/, 'string', '@escaped'],
      [/(?:[bx]|u&)?'/, 'string', '@quoted'],
      [/"/, 'identifier', '@name'],
      [/\$([a-z_]\w*)?\$/, 'string', '@dollar.$1'],
      [/\$\d+/, 'number'],
      [/\.\s*[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/, 'identifier'],
      [
        /[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/,
        { cases: { '@keywords': 'keyword', '@default': 'identifier' } },
      ],
      [/0x[\da-f_]+|\d[\d_]*(?:\.[\d_]*)?(?:e[+-]?\d+)?/, 'number'],
      [/[()[\]]/, '@brackets'],
    ],
    comment: [
      [/[^*/]+/, 'comment'],
      [/\/\*/, 'comment', '@push'],
      [/\*\//, 'comment', '@pop'],
      [/./, 'comment'],
    ],
    quoted: [
      [/[^']+|''/, 'string'],
      [/'/, 'string', '@pop'],
    ],
    escaped: [
      [/[^'\\]+|''|\\./, 'string'],
      [/'/, 'string', '@pop'],
      [/\\/, 'string'],
    ],
    name: [
      [/[^"]+|""/, 'identifier'],
      [/"/, 'identifier', '@pop'],
    ],
    dollar: [
      [/[^$]+/, 'string'],
      [/\$([a-z_]\w*)?\$/, { cases: { '$1==$S2': { token: 'string', next: '@pop' }, '@default': 'string' } }],
      [/\$/, 'string'],
    ],
  },
};

/** Teaches Monaco PostgreSQL's SQL. */
export function registerPgsql(languages: typeof Monaco.languages): void {
  languages.register({ id: LANGUAGE });
  languages.setLanguageConfiguration(LANGUAGE, CONFIGURATION);
  languages.setMonarchTokensProvider(LANGUAGE, RULES);
}
