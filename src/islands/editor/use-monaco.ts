import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { loadMonaco } from './load-monaco.ts';
import type { EditorHandle, EditorOptions, Stretch } from './monaco.ts';

/**
 * True where there are only fingers. Monaco is not made for them: it has neither handles to select by nor what a phone's
 * keyboard and screen reader know of a text field. The text area has all of that.
 */
const byTouchAlone = () =>
  matchMedia('(any-pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;

/** Once the page has Monaco, further editors begin with it. */
let here = false;

export interface MonacoState {
  /** The element that Monaco is put into. */
  readonly host: RefObject<HTMLDivElement | null>;
  /** Monaco, from when it is there. */
  readonly editor: RefObject<EditorHandle | undefined>;
  readonly mounted: boolean;
  /** Loads Monaco, once. Where it cannot be loaded, or there are only fingers, what stands in its place stays. */
  want(): void;
}

/**
 * Monaco in an element, from when it is wanted. Where what stood in its place had the focus, Monaco has it, with the same
 * part of the text selected: `selected` gives that part, or undefined where the focus is elsewhere.
 */
export function useMonaco(options: EditorOptions, selected: () => Stretch | undefined): MonacoState {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(undefined);
  const latest = useRef({ options, selected });
  latest.current = { options, selected };
  const [wanted, setWanted] = useState(here);
  const [mounted, setMounted] = useState(false);
  const { label } = options;
  useEffect(() => {
    // A reader may have begun to type before the page was alive.
    if (!byTouchAlone() && latest.current.selected()) setWanted(true);
  }, []);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    loadMonaco().then(({ mountEditor }) => {
      here = true;
      if (gone || !host.current) return;
      const stretch = latest.current.selected();
      editor.current = mountEditor(host.current, {
        label,
        value: latest.current.options.value,
        onChange: (text) => latest.current.options.onChange(text),
        onRun: () => latest.current.options.onRun(),
        onCheck: () => latest.current.options.onCheck(),
      });
      // The text area is gone before the editor has the focus, so that Tab cannot land in it.
      flushSync(() => setMounted(true));
      if (!stretch) return;
      editor.current.select(stretch);
      editor.current.focus();
    }, noMonaco);
    return () => {
      gone = true;
      editor.current?.dispose();
      editor.current = undefined;
      setMounted(false);
    };
  }, [wanted, label]);
  return { host, editor, mounted, want: () => setWanted((before) => before || !byTouchAlone()) };
}

/** The text area stays and does everything that matters. */
function noMonaco(): void {}
