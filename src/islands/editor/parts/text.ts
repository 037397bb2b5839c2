/** The part of Monaco that holds a text and its marks; nothing of it is on the page. */
import 'monaco-editor/editor/common/model/textModel';
