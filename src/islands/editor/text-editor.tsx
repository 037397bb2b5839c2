import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import './text-editor.css';
import type { EditorError, EditorHandle, Stretch } from './monaco.ts';
import { PlainArea } from './plain-area.tsx';
import { useMonaco } from './use-monaco.ts';

/** What the parts around an editor may ask of it, whether Monaco or the plain text area is there. */
export interface TextEditorHandle {
  /** The selected text, or undefined where nothing is selected. */
  selection(): string | undefined;
  focus(): void;
}

export interface TextEditorProps {
  readonly value: string;
  /** Raised when the value was replaced from outside; typing flows outwards only, so that no keystroke is undone. */
  readonly revision: number;
  readonly label: string;
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
  readonly onCheck: () => void;
  /** Underlined in the text, where PostgreSQL pointed at a place. */
  readonly error?: EditorError | undefined;
  readonly ref?: Ref<TextEditorHandle>;
}

/** The selected part of an area that has the focus; where nothing is, the place of the caret. */
function stretchIn(area: HTMLTextAreaElement | null): Stretch | undefined {
  if (!area || document.activeElement !== area) return undefined;
  return { from: area.selectionStart, to: area.selectionEnd };
}

function selectedIn(area: HTMLTextAreaElement | null): string | undefined {
  const { value = '', selectionStart = 0, selectionEnd = 0 } = area ?? {};
  return selectionEnd > selectionStart ? value.slice(selectionStart, selectionEnd) : undefined;
}

function useHandle(
  ref: Ref<TextEditorHandle> | undefined,
  editor: RefObject<EditorHandle | undefined>,
  area: RefObject<HTMLTextAreaElement | null>,
): void {
  useImperativeHandle(ref, () => ({
    selection: () => (editor.current ? editor.current.selection() : selectedIn(area.current)),
    focus: () => (editor.current ?? area.current)?.focus(),
  }));
}

/** Monaco where it loads, a labelled text area until then and wherever it cannot. The text is the same in both. */
export function TextEditor({ revision, error, ref, ...options }: TextEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { host, editor, mounted, want } = useMonaco(options, () => stretchIn(area.current));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text goes in only when it was replaced from outside
  useEffect(() => editor.current?.setValue(options.value), [revision]);
  useEffect(() => {
    if (mounted) editor.current?.mark(error);
  }, [error, mounted, editor]);
  useHandle(ref, editor, area);
  return (
    <div className="pw-editor" data-mounted={mounted || undefined} onPointerEnter={want}>
      <div className="pw-editor-host" ref={host} />
      {mounted ? (
        <pre className="pw-editor-printed">{options.value}</pre>
      ) : (
        <PlainArea area={area} revision={revision} onFocus={want} {...options} />
      )}
    </div>
  );
}
