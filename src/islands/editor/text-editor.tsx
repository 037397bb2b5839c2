import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import './text-editor.css';
import type { EditorHandle } from './monaco.ts';

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
  readonly error?: { readonly from: number; readonly message: string } | undefined;
  readonly ref?: Ref<TextEditorHandle>;
}

/** Once the page has Monaco, further editors begin with it. */
let here = false;

function isRunKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

/** Monaco where it loads, a labelled text area until then and wherever it cannot. The text is the same in both. */
export function TextEditor({
  value,
  revision,
  label,
  onChange,
  onRun,
  onCheck,
  error,
  ref,
}: TextEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(undefined);
  const latest = useRef({ value, onChange, onRun, onCheck });
  latest.current = { value, onChange, onRun, onCheck };
  const [wanted, setWanted] = useState(here);
  const [mounted, setMounted] = useState(false);

  useEffect(() => {
    // A reader may have begun to type before the page was alive.
    if (document.activeElement === area.current) setWanted(true);
  }, []);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    import('./monaco.ts').then(({ mountEditor }) => {
      here = true;
      if (gone || !host.current) return;
      const focused = document.activeElement === area.current;
      editor.current = mountEditor(host.current, {
        label,
        value: latest.current.value,
        onChange: (text) => latest.current.onChange(text),
        onRun: () => latest.current.onRun(),
        onCheck: () => latest.current.onCheck(),
      });
      // The text area is gone before the editor has the focus, so that Tab cannot land in it.
      flushSync(() => setMounted(true));
      if (focused) editor.current.focus();
    }, noMonaco);
    return () => {
      gone = true;
      editor.current?.dispose();
      editor.current = undefined;
      setMounted(false);
    };
  }, [wanted, label]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text goes in only when it was replaced from outside
  useEffect(() => editor.current?.setValue(latest.current.value), [revision]);
  useEffect(() => editor.current?.mark(error), [error]);
  useImperativeHandle(ref, () => ({
    selection() {
      if (editor.current) return editor.current.selection();
      const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
      return selectionEnd > selectionStart
        ? area.current?.value.slice(selectionStart, selectionEnd)
        : undefined;
    },
    focus: () => (editor.current ?? area.current)?.focus(),
  }));

  return (
    <div className="pw-editor" data-mounted={mounted || undefined} onPointerEnter={() => setWanted(true)}>
      <div className="pw-editor-host" ref={host} />
      {!mounted && (
        <textarea
          ref={area}
          aria-label={label}
          value={value}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onFocus={() => setWanted(true)}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (!isRunKey(event)) return;
            event.preventDefault();
            if (event.shiftKey) onCheck();
            else onRun();
          }}
        />
      )}
    </div>
  );
}

/** The text area stays and does everything that matters. */
function noMonaco(): void {}
