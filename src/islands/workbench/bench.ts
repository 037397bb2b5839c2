import type { DatasetRef, EngineFault, Run } from '../../engine/engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Report } from '../../grader/report.ts';
import { datasetOf } from '../../session/dataset-of.ts';
import { createHalt } from '../../session/halt.ts';
import { createLab, type Lab } from '../../session/lab.ts';
import type { StartState } from '../../session/start-state.ts';
import { makeStoppable, type StoppableEngine } from '../../session/stoppable.ts';
import type { SubmitStep } from '../../session/submit.ts';
import { pageEngine } from '../engine.ts';
import { faultOf } from '../faults/fault-of.ts';

export type Checked =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'fault'; readonly fault: EngineFault };

export type Ran =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'fault'; readonly fault: EngineFault };

/** The databases behind one workbench: a lab to try things on, and pristine copies to grade on. */
export interface Bench {
  readonly lab: Lab;
  run(sql: string): Promise<Ran>;
  check(sql: string, onStep: (step: SubmitStep) => void): Promise<Checked>;
  /** What is known of the start; observed once, ahead of the first check where the machine is roomy. */
  start(): Promise<StartState>;
  /** The same where a reader waits for it: undefined as soon as they press Stop, or where it could not be observed. */
  startUnlessStopped(): Promise<StartState | undefined>;
  /** Ends what the reader waits for, at once. */
  stop(): Promise<void>;
  /** Ends everything, for a page that is left. */
  letGo(): Promise<void>;
}

const REST = [
  () => import('../../session/submit.ts'),
  () => import('../plan/plan-compare.tsx'),
  () => import('./machine-panes.tsx'),
  () => import('./runs-pane.tsx'),
  () => import('./schema-pane.tsx'),
  () => import('../../progress/review.ts'),
];

/**
 * Loads what a first run does without. Whoever goes offline after it can still have it checked, and look inside, and what
 * is passed comes back for review.
 */
export function loadRest(): void {
  for (const part of REST) part().catch(() => undefined);
}

/** Loads what grading needs: nothing else of a page does, so it comes when the reader has begun. */
async function observe(exercise: Exercise): Promise<StartState> {
  loadRest();
  const { observeStart } = await import('../../session/start-state.ts');
  return observeStart(pageEngine(), exercise);
}

/** Opens nothing yet. Throws an EngineFault where this browser cannot run PostgreSQL at all. */
export function createBench(exercise: Exercise): Bench {
  const dataset: DatasetRef = datasetOf(exercise);
  const lab = createLab(pageEngine(), dataset);
  let known: Promise<StartState> | undefined;
  const waits = createHalt();
  let checking: StoppableEngine | undefined;
  const start = () => {
    const observed = known ?? observe(exercise);
    known = observed;
    observed.catch(() => {
      if (known === observed) known = undefined;
    });
    return observed;
  };
  return {
    lab,
    start,
    startUnlessStopped: () => waits.orHalted(start()).catch(() => undefined),
    async run(sql) {
      try {
        return { kind: 'run', run: await lab.run(sql) };
      } catch (thrown) {
        return { kind: 'fault', fault: faultOf(thrown) };
      }
    },
    async check(sql, onStep) {
      const engine = makeStoppable(pageEngine());
      const grade = async (): Promise<Checked> => {
        const [state, { submit }] = await Promise.all([start(), import('../../session/submit.ts')]);
        return { kind: 'report', report: await submit(engine, exercise, state, sql, { onStep }) };
      };
      checking = engine;
      const graded = grade().catch((thrown: unknown): Checked => ({ kind: 'fault', fault: faultOf(thrown) }));
      // What a stopped check would still have found is nobody's verdict.
      const checked = await waits.orHalted(graded);
      checking = undefined;
      return checked ?? { kind: 'stopped' };
    },
    async stop() {
      waits.halt();
      await (checking ?? lab).stop();
    },
    async letGo() {
      waits.halt();
      await Promise.all([checking?.stop(), lab.letGo()]);
    },
  };
}
