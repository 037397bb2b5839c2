import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import { progressStore } from '../../progress/browser-store.ts';
import { exerciseProgress, withDraft } from '../../progress/progress.ts';
import '../divider/divider.css';
import { TextEditor, type TextEditorHandle } from '../editor/text-editor.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { OutputPanel, type Pane } from './output-panel.tsx';
import { Toolbar } from './toolbar.tsx';
import { useBench } from './use-bench.ts';
import './workbench.css';

export interface WorkbenchProps {
  readonly exercise: Exercise;
  /** The goals in words, by check id, as the grader names them. */
  readonly goals: readonly { readonly id: string; readonly title: string }[];
  /** Address of the exercise to go on with. */
  readonly next?: { readonly href: string; readonly title: string } | undefined;
  /** The site's base path without a trailing slash, for links to lessons. */
  readonly base: string;
  /** Id of an element beside the task that takes the checks on wide screens. It may hold them as static text. */
  readonly checksSlot?: string | undefined;
  /** Inside another page: no own height, fewer controls. */
  readonly compact?: boolean;
}

type Tab = 'answer' | 'scratch';

const SCRATCH = '-- Try anything here: it is never graded.\n';
const SAVE_AFTER_MS = 400;

/** Drafts are kept as they are typed, and once more when the page goes away. */
function useDrafts(exercise: Exercise) {
  const [texts, setTexts] = useState<Readonly<Record<Tab, string>>>({
    answer: exercise.start,
    scratch: SCRATCH,
  });
  const [revision, setRevision] = useState(0);
  const latest = useRef(texts);
  const dirty = useRef(false);
  useEffect(() => {
    const kept = exerciseProgress(progressStore().read(), exercise.id);
    const restored = { answer: kept.draft ?? exercise.start, scratch: kept.scratch ?? SCRATCH };
    latest.current = restored;
    setTexts(restored);
    setRevision((before) => before + 1);
  }, [exercise]);
  useEffect(() => {
    const save = () => {
      if (!dirty.current) return;
      dirty.current = false;
      const { answer: draft, scratch } = latest.current;
      progressStore().change((before) => withDraft(before, exercise.id, { draft, scratch }, Date.now()));
    };
    const timer = setInterval(save, SAVE_AFTER_MS);
    addEventListener('pagehide', save);
    return () => {
      save();
      clearInterval(timer);
      removeEventListener('pagehide', save);
    };
  }, [exercise]);
  const write = (tab: Tab, text: string) => {
    latest.current = { ...latest.current, [tab]: text };
    dirty.current = true;
    setTexts(latest.current);
  };
  const replace = (tab: Tab, text: string) => {
    write(tab, text);
    setRevision((before) => before + 1);
  };
  /** The text as it was typed last. What is drawn may be a moment behind it. */
  const now = (tab: Tab) => latest.current[tab];
  return { texts, revision, write, replace, now };
}

/** A sentence where what is typed here is not being kept; nothing while the page is not live. */
function useStorageNotice(): string | undefined {
  return useSyncExternalStore(
    (listener) => progressStore().subscribe(listener),
    () => progressStore().notice(),
    () => undefined,
  );
}

/** The exercise's editor, results, plan and checks. Without JavaScript it shows the starting text and the goals. */
export function Workbench({ exercise, goals, next, base, checksSlot, compact = false }: WorkbenchProps) {
  const { view, actions } = useBench(exercise);
  const { texts, revision, write, replace, now } = useDrafts(exercise);
  const [tab, setTab] = useState<Tab>('answer');
  const [pane, setPane] = useState<Pane>('results');
  const [hints, setHints] = useState(0);
  const [live, setLive] = useState(false);
  const editor = useRef<TextEditorHandle>(null);
  const notKept = useStorageNotice();
  useEffect(() => {
    setLive(true);
    void import('../divider/divider.ts');
  }, []);
  const run = async () => {
    await actions.run(editor.current?.selection() ?? now(tab));
  };
  const check = async () => {
    setTab('answer');
    await actions.check(now('answer'));
    setPane('plan');
  };
  const failed =
    view.output?.kind === 'run' && view.output.run.kind === 'sql-error' ? view.output.run.error : undefined;
  const refused = view.report?.refusal;
  const error =
    failed ?? (refused?.kind === 'sql-error' && view.graded === texts.answer ? refused.error : undefined);
  const place = error?.position === undefined ? undefined : { from: error.position, message: error.message };
  return (
    <div
      className="pw-bench"
      data-slotted={checksSlot === undefined ? undefined : true}
      data-compact={compact || undefined}
      data-live={live || undefined}
    >
      <section
        className="pw-bench-editor"
        id="editor-pane"
        aria-label="Editor"
        onFocus={actions.warm}
        onPointerEnter={actions.warm}
      >
        <TextEditor
          key={tab}
          ref={editor}
          label={tab === 'answer' ? 'SQL, your answer' : 'SQL, scratch'}
          value={texts[tab]}
          revision={revision}
          onChange={(text) => write(tab, text)}
          onRun={run}
          onCheck={check}
          error={view.output?.kind === 'run' && view.output.sql !== texts[tab] ? undefined : place}
        />
      </section>
      <Toolbar
        view={view}
        live={live}
        tab={tab}
        onTab={setTab}
        onRun={run}
        onCheck={check}
        onStop={actions.stop}
        onReset={async () => {
          await actions.reset();
        }}
        onRestart={() => replace('answer', exercise.start)}
        canRestart={texts.answer !== exercise.start}
        hintsLeft={exercise.spec.hints.length - hints}
        onHint={() => setHints(Math.min(hints + 1, exercise.spec.hints.length))}
      />
      <pw-divider
        controls="editor-pane"
        between="rows"
        label="Height of the editor"
        suppressHydrationWarning
      />
      {notKept !== undefined && (
        <p className="pw-notice pw-bench-notice" role="status">
          {notKept}
        </p>
      )}
      <OutputPanel
        view={view}
        pane={pane}
        onPane={setPane}
        hints={exercise.spec.hints.slice(0, hints)}
        exercise={exercise}
        answer={texts.answer}
        onReopen={(sql) => replace(tab, sql)}
      />
      <ChecksPanel
        slot={checksSlot}
        view={view}
        goals={goals}
        base={base}
        next={next}
        current={view.graded === texts.answer}
      />
    </div>
  );
}
