import type { Limits, ResultSet, Run } from '../../engine/engine.ts';
import { readPlan } from '../../plan/read-plan.ts';
import type { Explained } from '../../session/explain.ts';
import { createHalt, type Halt } from '../../session/halt.ts';
import type { Lab } from '../../session/lab.ts';
import { AUTHORS_PATIENCE } from '../../session/patience.ts';

/** The database that the blocks of a page share, and what has run on it. */
export interface LessonLab {
  /** Starts the engine without running anything. */
  warm(): void;
  /** Waits its turn, runs what has to come first, then the text. Rejects where the engine fails. */
  run(work: Work): Promise<Outcome>;
  reset(): Promise<void>;
  /** Ends what a block runs, or its wait for its turn, at once. */
  stop(block: string): Promise<void>;
}

export interface Step {
  readonly id: string;
  readonly caption: string;
  readonly sql: string;
  /** Whether the text is still the lesson's, which is known to end. */
  readonly asWritten: boolean;
}

export interface Work {
  readonly step: Step;
  /** Steps that must have run on this database before, in order. */
  readonly before: readonly Step[];
  readonly plan: boolean;
}

export type Outcome =
  | {
      readonly kind: 'ran';
      readonly run: Run;
      readonly explained?: Explained;
      readonly also: readonly string[];
    }
  /** A step that had to come first failed. */
  | { readonly kind: 'blocked'; readonly step: Step; readonly run: Run };

/** 20 s: what a lesson shows is quick, though not on a slow machine; what a reader makes of it may not end. */
const TIMEOUT_MS = 20_000;

function limitsOf({ asWritten }: Step): Partial<Limits> {
  return { timeoutMs: asWritten ? AUTHORS_PATIENCE * TIMEOUT_MS : TIMEOUT_MS, maxRows: 1000 };
}

/** The plan that a block's own EXPLAIN ANALYZE printed, so that picture and text tell of the same run. */
function printedPlan(last: ResultSet | undefined): Explained | undefined {
  if (last?.command !== 'EXPLAIN' || last.truncated) return undefined;
  const read = readPlan(last.rows.map(([line]) => line ?? '').join('\n'));
  return read.kind === 'plan' && read.plan.analyzed ? { kind: 'ok', plan: read.plan } : undefined;
}

async function perform(lab: Lab, done: Set<string>, { step, before, plan }: Work): Promise<Outcome> {
  const also: string[] = [];
  for (const needed of before) {
    if (done.has(needed.id)) continue;
    const run = await lab.run(needed.sql, limitsOf(needed));
    if (run.kind !== 'ok') return { kind: 'blocked', step: needed, run };
    done.add(needed.id);
    also.push(needed.caption);
  }
  const run = await lab.run(step.sql, limitsOf(step));
  if (run.kind === 'ok') done.add(step.id);
  if (run.kind !== 'ok' || !plan) return { kind: 'ran', run, also };
  return {
    kind: 'ran',
    run,
    also,
    explained: printedPlan(run.results.at(-1)) ?? (await lab.explain(step.sql)),
  };
}

const STOPPED: Outcome = { kind: 'ran', run: { kind: 'stopped', afterMs: 0 }, also: [] };

/** The database may go while the plan is made: the rows are there, and nothing of what they were read from. */
function withoutPlan(outcome: Outcome & { kind: 'ran' }): Outcome {
  const message = 'It was stopped before it had a plan. The database starts afresh with the next run.';
  return outcome.run.kind === 'ok' ? { ...outcome, explained: { kind: 'none', message } } : outcome;
}

/** Opens nothing until something is asked of it; after a failure, a stop or a time limit everything is to be run again. */
export function makeLessonLab(openLab: () => Promise<Lab>): LessonLab {
  const done = new Set<string>();
  /** The copy that they ran on: it may go while nothing runs. */
  let doneOn: number | undefined;
  /** Blocks that wait for their turn. */
  const waiting = new Map<string, Halt>();
  /** The block whose turn it is. */
  let running: string | undefined;
  let opening: Promise<Lab> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const open = (): Promise<Lab> => {
    const opened = opening ?? openLab();
    opening = opened;
    opened.catch(() => {
      opening = undefined;
    });
    return opened;
  };
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = queue.then(task, task);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const runNow = async (work: Work): Promise<Outcome> => {
    const lab = await open();
    const { copy } = lab;
    if (copy !== doneOn) done.clear();
    doneOn = copy;
    const outcome = await perform(lab, done, work);
    return copy !== lab.copy && outcome.kind === 'ran' ? withoutPlan(outcome) : outcome;
  };
  const takeTurn = async (work: Work): Promise<Outcome> => {
    running = work.step.id;
    return runNow(work).finally(() => {
      running = undefined;
    });
  };
  return {
    warm: () =>
      void open()
        .then((lab) => lab.warm())
        .catch(() => undefined),
    async run(work) {
      const { id } = work.step;
      const wait = createHalt();
      waiting.set(id, wait);
      const begin = () => waiting.get(id) === wait && waiting.delete(id);
      const turn = inTurn(async () => (begin() ? takeTurn(work) : STOPPED));
      return (await wait.orHalted(turn)) ?? STOPPED;
    },
    reset: () =>
      inTurn(async () => {
        done.clear();
        await (await open()).reset();
      }),
    async stop(block) {
      const wait = waiting.get(block);
      waiting.delete(block);
      if (wait) wait.halt();
      else if (running === block) await (await opening)?.stop();
    },
  };
}
