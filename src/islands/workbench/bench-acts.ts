import { runOf } from '../../checks/observations.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Report } from '../../grader/report.ts';
import { progressStore } from '../../progress/browser-store.ts';
import { withAttempt } from '../../progress/progress.ts';
import { previewPlan, shownRuns } from '../../session/preview.ts';
import { readSchema } from '../editor/schema.ts';
import { offerSchema } from '../editor/schema-store.ts';
import { isRoomy } from '../engine.ts';
import { type Bench, loadRest } from './bench.ts';
import { NOTHING, type Patch, type PlanPair } from './bench-view.ts';

async function watchPlans(bench: Bench, exercise: Exercise, sql: string): Promise<readonly PlanPair[]> {
  const { copy } = bench.lab;
  const start = await bench.startUnlessStopped();
  const pairs: PlanPair[] = [];
  for (const run of shownRuns(exercise)) {
    if (bench.lab.copy !== copy) return [];
    const { id: query, params } = run;
    const types = start?.probes.find((probe) => probe.query === query)?.types ?? [];
    const asked = exercise.spec.task === 'rewrite' ? { ...run, sql, types } : run;
    const now = await previewPlan(bench.lab, asked);
    pairs.push({ query, params, before: start && runOf(start.side, { query, params })?.plan, now });
  }
  return pairs;
}

/** Runs a text on the lab, and plans the workload there. */
export async function runOn(bench: Bench, exercise: Exercise, sql: string, patch: Patch): Promise<void> {
  patch({ phase: 'running', note: undefined, gone: false });
  const ran = await bench.run(sql);
  if (ran.kind === 'fault') return patch({ phase: 'idle', output: ran });
  patch({ phase: 'planning', output: { kind: 'run', sql, run: ran.run } });
  const answers = ran.run.kind === 'ok' || ran.run.kind === 'sql-error';
  const { copy } = bench.lab;
  const plans = answers ? await watchPlans(bench, exercise, sql).catch(() => []) : [];
  const gone = bench.lab.copy !== copy;
  patch({ phase: 'idle', opened: answers && !gone, plans: gone ? [] : plans, gone });
}

/** Keeps an attempt, and tells the page that there was one. */
function record({ id }: Exercise, { passed, checks }: Report, sql: string): void {
  progressStore().change((before) => withAttempt(before, id, passed, Date.now(), sql));
  const share = checks.filter(({ state }) => state === 'passed').length / Math.max(1, checks.length);
  dispatchEvent(new CustomEvent('planwright:checked', { detail: { exercise: id, passed, share } }));
  if (passed) void scheduleReview(id).catch(forgive);
}

/** Where the scheduler cannot be loaded, the exercise does not come back for review; it is passed all the same. */
async function scheduleReview(id: string): Promise<void> {
  const { withPassedExercise } = await import('../../progress/review.ts');
  progressStore().change((before) => withPassedExercise(before, id, Date.now()));
}

/** Grades a text on a pristine copy. */
export async function checkOn(bench: Bench, exercise: Exercise, sql: string, patch: Patch): Promise<void> {
  patch({ phase: 'checking', step: 'opening', note: undefined });
  const checked = await bench.check(sql, (step) => patch({ step }));
  if (checked.kind === 'stopped') return patch({ phase: 'idle', step: undefined, note: 'stopped' });
  if (checked.kind === 'fault') return patch({ phase: 'idle', step: undefined, output: checked });
  const { report } = checked;
  patch({ phase: 'idle', step: undefined, report, graded: sql, engine: report.engine, output: undefined });
  record(exercise, report, sql);
}

/** A fresh copy for the lab; what was shown of the old one goes. */
export async function resetOn({ lab }: Bench, patch: Patch): Promise<void> {
  patch({ phase: 'resetting', note: undefined });
  await lab.reset();
  const { output, plans, report, graded, gone } = NOTHING;
  patch({ phase: 'idle', opened: true, note: 'reset', output, plans, report, graded, gone });
}

/** What is not needed at once waits, in ms, for the first query to have the machine to itself. */
const REST_AFTER_MS = 300;
const START_AFTER_MS = 1_200;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens everything ahead of need. May fail in peace: Run tries again and says why. */
export async function warmUp(open: () => Bench, patch: Patch): Promise<void> {
  try {
    const bench = open();
    await bench.lab.warm();
    patch({ opened: true });
    await pause(REST_AFTER_MS);
    loadRest();
    await pause(START_AFTER_MS);
    offerSchema(await readSchema(bench.lab));
    if (isRoomy()) await bench.start();
  } catch {
    forgive();
  }
}

function forgive(): void {}
