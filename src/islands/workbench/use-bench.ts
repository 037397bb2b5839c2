import { useCallback, useEffect, useRef, useState } from 'react';
import type { EngineFault, Progress, Run } from '../../engine/engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Report } from '../../grader/report.ts';
import type { Plan } from '../../plan/plan.ts';
import { progressStore } from '../../progress/browser-store.ts';
import { withAttempt } from '../../progress/progress.ts';
import type { Explained } from '../../session/explain.ts';
import { previewPlan, shownQueries } from '../../session/preview.ts';
import type { SubmitStep } from '../../session/submit.ts';
import { readSchema } from '../editor/schema.ts';
import { offerSchema } from '../editor/schema-store.ts';
import { onEngineProgress } from '../engine.ts';
import { type Bench, createBench, faultOf } from './bench.ts';

/** What the bench is busy with; `idle` covers both "nothing opened yet" and "ready". */
export type Phase = 'idle' | 'running' | 'checking' | 'resetting';

export type Output =
  | { readonly kind: 'run'; readonly sql: string; readonly run: Run }
  | { readonly kind: 'fault'; readonly fault: EngineFault };

/** The plan of one workload query at the start and on the solver's database now. */
export interface PlanPair {
  readonly query: string;
  readonly before: Plan | undefined;
  readonly now: Explained;
}

export interface BenchView {
  readonly phase: Phase;
  readonly opened: boolean;
  readonly progress: Progress | undefined;
  readonly step: SubmitStep | undefined;
  readonly output: Output | undefined;
  readonly plans: readonly PlanPair[];
  readonly report: Report | undefined;
  readonly graded: string | undefined;
  readonly stopped: boolean;
  readonly engine: string | undefined;
}

const NOTHING: BenchView = {
  phase: 'idle',
  opened: false,
  progress: undefined,
  step: undefined,
  output: undefined,
  plans: [],
  report: undefined,
  graded: undefined,
  stopped: false,
  engine: undefined,
};

export interface BenchActions {
  readonly warm: () => void;
  readonly run: (sql: string) => Promise<void>;
  readonly check: (sql: string) => Promise<void>;
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

type Patch = (change: Partial<BenchView>) => void;

async function watchPlans(bench: Bench, exercise: Exercise, sql: string): Promise<readonly PlanPair[]> {
  const start = await bench.start().catch(() => undefined);
  const pairs: PlanPair[] = [];
  for (const query of shownQueries(exercise)) {
    const types = start?.probes.find((probe) => probe.query === query.id)?.types ?? [];
    const asked = exercise.spec.task === 'rewrite' ? { ...query, sql, types } : query;
    const now = await previewPlan(bench.lab, asked);
    const before = start?.side.observations.find((seen) => seen.query === query.id && seen.shown)?.plan;
    pairs.push({ query: query.id, before, now });
  }
  return pairs;
}

async function runOn(bench: Bench, exercise: Exercise, sql: string, patch: Patch): Promise<void> {
  patch({ phase: 'running', stopped: false });
  const ran = await bench.run(sql);
  if (ran.kind === 'fault') return patch({ phase: 'idle', output: ran });
  patch({ output: { kind: 'run', sql, run: ran.run } });
  const answers = ran.run.kind === 'ok' || ran.run.kind === 'sql-error';
  const plans = answers ? await watchPlans(bench, exercise, sql).catch(() => []) : [];
  patch({ phase: 'idle', opened: answers, plans });
}

async function checkOn(bench: Bench, exercise: Exercise, sql: string, patch: Patch): Promise<void> {
  patch({ phase: 'checking', step: 'opening', stopped: false });
  const checked = await bench.check(sql, (step) => patch({ step }));
  if (checked.kind === 'stopped') return patch({ phase: 'idle', step: undefined, stopped: true });
  if (checked.kind === 'fault') return patch({ phase: 'idle', step: undefined, output: checked });
  const { report } = checked;
  progressStore().change((before) => withAttempt(before, exercise.id, report.passed, Date.now(), sql));
  if (report.passed) {
    const { withPassedExercise } = await import('../../progress/review.ts');
    progressStore().change((before) => withPassedExercise(before, exercise.id, Date.now()));
  }
  const share =
    report.checks.filter(({ state }) => state === 'passed').length / Math.max(1, report.checks.length);
  const detail = { exercise: exercise.id, passed: report.passed, share };
  dispatchEvent(new CustomEvent('planwright:checked', { detail }));
  patch({ phase: 'idle', step: undefined, report, graded: sql, engine: report.engine, output: undefined });
}

/** What is not needed at once waits for the first query to have the machine to itself. */
const START_AFTER_MS = 1_500;

async function warmUp(open: () => Bench, patch: Patch): Promise<void> {
  const bench = open();
  await bench.lab.warm();
  patch({ opened: true });
  void import('../plan/plan-compare.tsx').catch(forgiveWarmUp);
  await new Promise((resolve) => setTimeout(resolve, START_AFTER_MS));
  offerSchema(await readSchema(bench.lab));
  await bench.start();
}

/** Opening ahead of need may fail in peace: Run tries again and says why. */
function forgiveWarmUp(): void {}

/** Everything that a workbench does with databases, as state for React. Opens nothing before it is needed. */
export function useBench(exercise: Exercise): { readonly view: BenchView; readonly actions: BenchActions } {
  const [view, setView] = useState(NOTHING);
  const bench = useRef<Bench>(undefined);
  const busy = useRef(false);
  const patch = useCallback<Patch>((change) => setView((before) => ({ ...before, ...change })), []);
  const open = useCallback((): Bench => {
    bench.current ??= createBench(exercise);
    return bench.current;
  }, [exercise]);
  const alone = useCallback(
    async (act: (bench: Bench) => Promise<void>) => {
      if (busy.current) return;
      busy.current = true;
      try {
        await act(open());
      } catch (thrown) {
        patch({ phase: 'idle', output: { kind: 'fault', fault: faultOf(thrown) } });
      } finally {
        busy.current = false;
      }
    },
    [open, patch],
  );
  useEffect(() => onEngineProgress((progress) => patch({ progress })), [patch]);
  useEffect(() => () => void bench.current?.stop(), []);
  const warm = useCallback(() => {
    if (bench.current) return;
    warmUp(open, patch).catch(forgiveWarmUp);
  }, [open, patch]);
  return {
    view,
    actions: {
      warm,
      run: (sql) => alone((opened) => runOn(opened, exercise, sql, patch)),
      check: (sql) => alone((opened) => checkOn(opened, exercise, sql, patch)),
      reset: () =>
        alone(async (opened) => {
          patch({ phase: 'resetting' });
          await opened.lab.reset();
          patch({
            phase: 'idle',
            opened: true,
            output: undefined,
            plans: [],
            report: undefined,
            graded: undefined,
          });
        }),
      stop: async () => {
        await bench.current?.stop();
      },
    },
  };
}
