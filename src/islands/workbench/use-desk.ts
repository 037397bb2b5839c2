import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import { errorPlace } from '../editor/error-place.ts';
import type { EditorError } from '../editor/monaco.ts';
import type { TextEditorHandle } from '../editor/text-editor.tsx';
import type { BenchView } from './bench-view.ts';
import type { Pane } from './output-panel.tsx';
import { paneAfterRun, type ShownPane } from './pane-after-run.ts';
import type { RunKey } from './plan-comparisons.ts';
import { useBench } from './use-bench.ts';
import { useHints } from './use-hints.ts';
import { useTexts } from './use-texts.ts';
import { useWatched } from './use-watched.ts';

/** The error of the last run or check, where it lies in a text. */
function errorIn({ output, report, graded }: BenchView, text: string): EditorError | undefined {
  if (output?.kind === 'run') {
    const { run, sql } = output;
    return errorPlace(text, sql, run.kind === 'sql-error' ? run.error : undefined);
  }
  const refusal = report?.refusal;
  return errorPlace(text, graded ?? '', refusal?.kind === 'sql-error' ? refusal.error : undefined);
}

/**
 * The pane that is shown. A run may show another one than before, a verdict shows its plans, a fault is seen. What is shown
 * unasked is drawn as the run itself is, in pieces.
 */
function usePane({ output, report }: BenchView, task: string) {
  const [shown, setShown] = useState<ShownPane>({ name: 'results', chosen: false });
  useEffect(() => {
    startTransition(() => {
      if (output?.kind === 'run') setShown((before) => paneAfterRun(before, output.run, task));
      if (output?.kind === 'fault') setShown({ name: 'results', chosen: false });
    });
  }, [output, task]);
  useEffect(() => {
    if (report) startTransition(() => setShown({ name: 'plan', chosen: false }));
  }, [report]);
  return {
    pane: shown.name,
    show: (name: Pane) => setShown({ name, chosen: false }),
    /** The same where the reader asked for it. */
    choosePane: (name: Pane) => setShown({ name, chosen: true }),
  };
}

/** The editor of the text that is shown, the error that lies in it, and what of it is run: what is selected, else all. */
function useEditor(view: BenchView, { drafts, tab }: ReturnType<typeof useTexts>) {
  const editor = useRef<TextEditorHandle>(null);
  const text = drafts.texts[tab];
  const error = useMemo(() => errorIn(view, text), [view, text]);
  return { editor, error, chosen: () => editor.current?.selection() ?? drafts.now(tab) };
}

/** What the page does with the reader's texts and the databases, together. */
export function useDesk(exercise: Exercise) {
  const { view, actions } = useBench(exercise);
  const texts = useTexts(exercise, view.note, actions.note);
  const { show, ...panes } = usePane(view, exercise.spec.task);
  const hints = useHints(exercise);
  const { watched, watch } = useWatched(view.report);
  const { chosen, ...editing } = useEditor(view, texts);
  return {
    view,
    actions,
    ...texts,
    ...panes,
    ...editing,
    hints,
    watched,
    watch,
    /** Shows the plan of a run. */
    showPlan(run: RunKey) {
      watch(run);
      show('plan');
      document.querySelector('.pw-bench-output')?.scrollIntoView({ block: 'nearest' });
    },
    run: () => actions.run(chosen()),
    /** Runs a text that stands in no tab, and shows what it returns. */
    runGiven(sql: string) {
      show('results');
      document.querySelector('.pw-bench-bar')?.scrollIntoView({ block: 'nearest' });
      void actions.run(sql);
    },
    async check() {
      if (view.phase !== 'idle') return;
      texts.setTab('answer');
      await actions.check(texts.drafts.now('answer'));
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
