import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
// Astro drops the styles of chunks that only the browser imports, so the editor's come as a file of their own.
import styles from '../../../node_modules/monaco-editor/min/vs/editor/editor.main.css?url';
import { pageToken } from '../page-token.ts';
import { completeFrom } from './completions.ts';
import { LANGUAGE, registerPgsql } from './pgsql.ts';
import { offeredSchema } from './schema-store.ts';
import { applyTheme } from './theme.ts';

export interface EditorOptions {
  readonly value: string;
  readonly label: string;
  readonly onChange: (value: string) => void;
  /** Ctrl or Cmd with Enter, and with Shift as well. */
  readonly onRun: () => void;
  readonly onCheck: () => void;
}

/** A place in the text, and what PostgreSQL said of it. */
export interface EditorError {
  readonly from: number;
  readonly message: string;
}

export interface EditorHandle {
  setValue(value: string): void;
  /** The selected text, or undefined where nothing is selected. */
  selection(): string | undefined;
  /** Underlines from an offset to the end of its word; undefined takes the mark away. */
  mark(error: EditorError | undefined): void;
  focus(): void;
  /** Selects from one offset to another, which may be the same, and brings it into sight. */
  select(stretch: Stretch): void;
  dispose(): void;
}

/** A part of a text, in characters from its beginning. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What the first editor of a page needs beforehand: styles, the language and the page's colours. Once a page. */
export function setUpMonaco(): void {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = styles;
  document.head.append(sheet);
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  registerPgsql(monaco.languages);
  monaco.languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: ['.', ' '],
    provideCompletionItems: (model, position) => completeFrom(monaco, offeredSchema(), model, position),
  });
  applyTheme(monaco);
  new MutationObserver(() => applyTheme(monaco)).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
}

/** The look of every editor. Its measures are those of the plain area (text-editor.css), which stands there before it. */
function lookOf({ value, label }: EditorOptions): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    value,
    language: LANGUAGE,
    ariaLabel: label,
    automaticLayout: true,
    tabFocusMode: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    fontFamily: pageToken('mono'),
    fontSize: 14,
    lineHeight: 22,
    fontLigatures: false,
    lineNumbersMinChars: 3,
    glyphMargin: false,
    folding: false,
    renderLineHighlight: 'none',
    overviewRulerLanes: 0,
    padding: { top: 12, bottom: 12 },
    fixedOverflowWidgets: true,
    wordWrap: 'on',
    quickSuggestions: { other: true, comments: false, strings: false },
    // After a word that is there in full, Enter is a new line.
    acceptSuggestionOnEnter: 'smart',
  };
}

function handleOf(editor: monaco.editor.IStandaloneCodeEditor): EditorHandle {
  return {
    setValue(value) {
      if (value === editor.getValue()) return;
      const model = editor.getModel();
      if (!model) return;
      // A step of its own to undo: Ctrl+Z gives back the text as it was typed last, whole.
      editor.pushUndoStop();
      editor.executeEdits('planwright', [{ range: model.getFullModelRange(), text: value }]);
      editor.pushUndoStop();
    },
    selection() {
      const selection = editor.getSelection();
      const text = selection && editor.getModel()?.getValueInRange(selection);
      return text ? text : undefined;
    },
    mark(error) {
      const model = editor.getModel();
      if (!model) return;
      const markers = error ? [markerAt(model, error)] : [];
      monaco.editor.setModelMarkers(model, 'postgres', markers);
    },
    focus: () => editor.focus(),
    select({ from, to }) {
      const model = editor.getModel();
      if (!model) return;
      const range = monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
      editor.setSelection(range);
      editor.revealRangeInCenterIfOutsideViewport(range);
    },
    dispose: () => editor.dispose(),
  };
}

/** Puts an editor into an element. Tab leaves the editor unless the reader turns that off with Ctrl+M. */
export function mountEditor(element: HTMLElement, options: EditorOptions): EditorHandle {
  const editor = monaco.editor.create(element, lookOf(options));
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, options.onRun);
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyMod.Shift | monaco.KeyCode.Enter, options.onCheck);
  editor.onDidChangeModelContent(() => options.onChange(editor.getValue()));
  return handleOf(editor);
}

function markerAt(model: monaco.editor.ITextModel, error: EditorError) {
  const start = model.getPositionAt(error.from);
  const word = model.getWordAtPosition(start);
  return {
    severity: monaco.MarkerSeverity.Error,
    message: error.message,
    startLineNumber: start.lineNumber,
    startColumn: word?.startColumn ?? start.column,
    endLineNumber: start.lineNumber,
    endColumn: word?.endColumn ?? start.column + 1,
  };
}
