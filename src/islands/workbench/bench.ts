import { type DatasetRef, EngineFault, type Run } from '../../engine/engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Report } from '../../grader/report.ts';
import { createLab, type Lab } from '../../session/lab.ts';
import { datasetOf } from '../../session/of-exercise.ts';
import { observeStart, type StartState } from '../../session/start-state.ts';
import { makeStoppable, type StoppableEngine } from '../../session/stoppable.ts';
import { type SubmitStep, submit } from '../../session/submit.ts';
import { onEngineProgress, pageEngine } from '../engine.ts';

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
  stop(): Promise<void>;
}

export function faultOf(thrown: unknown): EngineFault {
  return thrown instanceof EngineFault
    ? thrown
    : new EngineFault('crashed', String(thrown), { cause: thrown });
}

/** Opens nothing yet. Throws an EngineFault where this browser cannot run PostgreSQL at all. */
export function createBench(exercise: Exercise): Bench {
  const dataset: DatasetRef = datasetOf(exercise);
  const lab = createLab(pageEngine(), dataset, onEngineProgress);
  let known: Promise<StartState> | undefined;
  let checking: StoppableEngine | undefined;
  let stopped = false;
  const start = () => {
    const engine = makeStoppable(pageEngine());
    const observed = known ?? observeStart(engine, exercise);
    known = observed;
    observed.catch(() => {
      if (known === observed) known = undefined;
    });
    return observed;
  };
  return {
    lab,
    start,
    async run(sql) {
      try {
        return { kind: 'run', run: await lab.run(sql) };
      } catch (thrown) {
        return { kind: 'fault', fault: faultOf(thrown) };
      }
    },
    async check(sql, onStep) {
      stopped = false;
      const engine = makeStoppable(pageEngine());
      checking = engine;
      try {
        const state = await start();
        if (stopped) return { kind: 'stopped' };
        return { kind: 'report', report: await submit(engine, exercise, state, sql, { onStep }) };
      } catch (thrown) {
        return stopped ? { kind: 'stopped' } : { kind: 'fault', fault: faultOf(thrown) };
      } finally {
        checking = undefined;
      }
    },
    async stop() {
      stopped = true;
      if (checking) await checking.stop();
      else await lab.stop();
    },
  };
}
