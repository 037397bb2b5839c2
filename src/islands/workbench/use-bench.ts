import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Lab } from '../../session/lab.ts';
import { onEngineProgress } from '../engine.ts';
import { faultOf } from '../faults/fault-of.ts';
import { type Bench, createBench } from './bench.ts';
import { checkOn, resetOn, runOn, warmUp } from './bench-acts.ts';
import { type BenchView, NOTHING, type Patch } from './bench-view.ts';
import type { Note } from './describe-note.ts';

export interface BenchActions {
  readonly warm: () => void;
  readonly run: (sql: string) => Promise<void>;
  readonly check: (sql: string) => Promise<void>;
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly note: (note: Note | undefined) => void;
  /** The reader's own database, for what only reads it. */
  readonly lab: () => Lab;
}

/** Does one thing at a time; what is asked for meanwhile is left. Whatever it throws is shown as a fault. */
function useAlone(open: () => Bench, patch: Patch) {
  const doing = useRef<Bench>(undefined);
  return {
    async act(work: (bench: Bench) => Promise<void>): Promise<void> {
      if (doing.current) return;
      try {
        doing.current = open();
        await work(doing.current);
      } catch (thrown) {
        patch({ phase: 'idle', output: { kind: 'fault', fault: faultOf(thrown) } });
      } finally {
        doing.current = undefined;
      }
    },
    /** Ends it. A press that comes when it has ended already must not take the database, in which nothing runs. */
    async stop(): Promise<void> {
      await doing.current?.stop();
    },
  };
}

/**
 * The state, and how it changes. What came of an act is drawn in pieces between which the page answers; that an act has
 * begun is drawn at once.
 */
function useView(): readonly [BenchView, Patch] {
  const [view, setView] = useState(NOTHING);
  const patch = useCallback<Patch>((change) => {
    const set = () => setView((before) => ({ ...before, ...change }));
    const begins = change.phase !== undefined && change.phase !== 'idle' && change.phase !== 'planning';
    if (begins) set();
    else startTransition(set);
  }, []);
  return [view, patch];
}

/** Everything that a workbench does with databases, as state for React. Opens nothing before it is needed. */
export function useBench(exercise: Exercise): { readonly view: BenchView; readonly actions: BenchActions } {
  const [view, patch] = useView();
  const bench = useRef<Bench>(undefined);
  const open = useCallback((): Bench => {
    if (bench.current) return bench.current;
    const made = createBench(exercise);
    bench.current = made;
    made.lab.watch((opened) => patch({ opened }));
    return made;
  }, [exercise, patch]);
  const alone = useAlone(open, patch);
  useEffect(() => onEngineProgress((progress) => patch({ progress })), [patch]);
  useEffect(() => () => void bench.current?.letGo(), []);
  const warm = useCallback(() => {
    if (bench.current === undefined) void warmUp(open, patch);
  }, [open, patch]);
  const lab = useCallback(() => open().lab, [open]);
  return {
    view,
    actions: {
      warm,
      lab,
      run: (sql) => alone.act((opened) => runOn(opened, exercise, sql, patch)),
      check: (sql) => alone.act((opened) => checkOn(opened, exercise, sql, patch)),
      reset: () => alone.act((opened) => resetOn(opened, patch)),
      stop: alone.stop,
      note: (note) => patch({ note }),
    },
  };
}
