import type * as Monaco from 'monaco-editor/editor';
import { pageToken } from '../page-token.ts';

const THEME = 'planwright';

/** Which of the page's colours each kind of token has. All of them stand on the panel as text. */
const INKS: readonly (readonly [token: string, ink: string, style?: 'italic'])[] = [
  ['', 'ink'],
  ['keyword', 'accent'],
  ['string', 'value'],
  ['number', 'value'],
  ['comment', 'soft', 'italic'],
];

/** Depths of brackets for which Monaco has a colour each. */
const BRACKETS = [1, 2, 3, 4, 5, 6];

/** Gives every editor of the page the page's colours, light or dark. Nothing of Monaco's own colours of tokens is left. */
export function applyTheme(monaco: typeof Monaco): void {
  const dark = document.documentElement.dataset.theme === 'dark';
  monaco.editor.defineTheme(THEME, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: INKS.map(([token, ink, fontStyle]) => ({
      token,
      foreground: pageToken(ink).replace('#', ''),
      ...(fontStyle && { fontStyle }),
    })),
    colors: {
      'editor.background': pageToken('panel'),
      'editor.foreground': pageToken('ink'),
      'editorLineNumber.foreground': pageToken('soft'),
      'editorLineNumber.activeForeground': pageToken('ink'),
      'editorCursor.foreground': pageToken('accent'),
      'editorSuggestWidget.background': pageToken('panel'),
      'editorSuggestWidget.border': pageToken('line'),
      'editorSuggestWidget.foreground': pageToken('ink'),
      'editorSuggestWidget.highlightForeground': pageToken('accent'),
      'editorSuggestWidget.selectedForeground': pageToken('ink'),
      'editorSuggestWidget.focusHighlightForeground': pageToken('accent'),
      'editorSuggestWidget.selectedBackground': pageToken('sunk'),
      'editorHoverWidget.background': pageToken('panel'),
      'editorHoverWidget.foreground': pageToken('ink'),
      'editorHoverWidget.border': pageToken('line'),
      'editorBracketHighlight.unexpectedBracket.foreground': pageToken('bad'),
      ...Object.fromEntries(
        BRACKETS.map((depth) => [`editorBracketHighlight.foreground${depth}`, pageToken('ink')]),
      ),
      'editorError.foreground': pageToken('bad'),
    },
  });
  monaco.editor.setTheme(THEME);
}
