/** The part of Monaco that draws a text and takes what is typed. */
import 'monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget';
