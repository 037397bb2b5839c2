import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { loadMonaco } from './load-monaco.ts';
import type { EditorHandle, EditorOptions } from './monaco.ts';

/** Once the page has Monaco, further editors begin with it. */
let here = false;

export interface MonacoState {
  /** The element that Monaco is put into. */
  readonly host: RefObject<HTMLDivElement | null>;
  /** Monaco, from when it is there. */
  readonly editor: RefObject<EditorHandle | undefined>;
  readonly mounted: boolean;
  /** Loads Monaco, once. Where it cannot be loaded, what stands in its place stays. */
  want(): void;
}

/** Monaco in an element, from when it is wanted. It has the focus if what stood in its place had it. */
export function useMonaco(options: EditorOptions, isFocused: () => boolean): MonacoState {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(undefined);
  const latest = useRef({ options, isFocused });
  latest.current = { options, isFocused };
  const [wanted, setWanted] = useState(here);
  const [mounted, setMounted] = useState(false);
  const { label } = options;
  useEffect(() => {
    // A reader may have begun to type before the page was alive.
    if (latest.current.isFocused()) setWanted(true);
  }, []);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    loadMonaco().then(({ mountEditor }) => {
      here = true;
      if (gone || !host.current) return;
      const focused = latest.current.isFocused();
      editor.current = mountEditor(host.current, {
        label,
        value: latest.current.options.value,
        onChange: (text) => latest.current.options.onChange(text),
        onRun: () => latest.current.options.onRun(),
        onCheck: () => latest.current.options.onCheck(),
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
  return { host, editor, mounted, want: () => setWanted(true) };
}

/** The text area stays and does everything that matters. */
function noMonaco(): void {}
