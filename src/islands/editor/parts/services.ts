/** The part of Monaco that an editor outside of VS Code stands on. */
import 'monaco-editor/editor/standalone/browser/standaloneServices';
