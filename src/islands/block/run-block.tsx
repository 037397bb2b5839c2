import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import type { DatasetRef, Progress } from '../../engine/engine.ts';
import type { Plan } from '../../plan/plan.ts';
import { onEngineProgress } from '../engine.ts';
import { openLab } from '../lab.ts';
import { BlockOutput, type View } from './block-output.tsx';
import { type LessonLab, makeLessonLab, type Work } from './lesson-lab.ts';
import { type BlockElement, readFacts, readStepsBefore } from './read-blocks.ts';

/** Runs one block of the page and shows what came of it. */
export interface BlockRunner {
  warm(): void;
  run(): Promise<void>;
  clear(): void;
}

type PlanView = ComponentType<{ readonly plan: Plan }>;

const labs = new Map<string, LessonLab>();
/** Empties every block's output: with fresh data the old figures are no longer true. */
const clearers = new Set<() => void>();

function labFor(block: HTMLElement): LessonLab {
  const { dataset = '', extensions = '' } = block.dataset;
  const key = `${dataset} ${extensions}`;
  const found = labs.get(key);
  if (found !== undefined) return found;
  const ref: DatasetRef =
    extensions === '' ? { name: dataset } : { name: dataset, extensions: extensions.split(' ') };
  const made = makeLessonLab(async () => openLab(ref));
  labs.set(key, made);
  return made;
}

function readWork(block: BlockElement): Work {
  return {
    step: readFacts(block),
    before: readStepsBefore(block),
    plan: block.dataset.plan !== undefined,
  };
}

async function loadPlanView(wanted: boolean): Promise<PlanView | undefined> {
  return wanted ? (await import('../plan/plan-view.tsx')).PlanView : undefined;
}

function faultText(fault: unknown): string {
  const what = fault instanceof Error ? fault.message : String(fault);
  const sentence = what.replace(/[.\s]*$/, '');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. Your text is kept; press Run to try again.`;
}

/** Draws what is below a block's SQL. */
function makeScreen(block: HTMLElement, lab: LessonLab): (view: View) => Promise<void> {
  let planView: Promise<PlanView | undefined> | undefined;
  const root = createRoot(block.querySelector('.out') ?? block.appendChild(document.createElement('div')));
  const startFresh = (): void => {
    void lab.reset().catch(() => undefined);
    for (const clear of clearers) clear();
  };
  return async (view) => {
    planView ??= loadPlanView(block.dataset.plan !== undefined);
    const PlanView = await planView.catch(() => {
      planView = undefined;
      return undefined;
    });
    root.render(
      <BlockOutput view={view} PlanView={PlanView} onStop={() => void lab.stop()} onFresh={startFresh} />,
    );
  };
}

/** Connects a block to the page's database. Nothing is opened until it is warmed or run. */
export function makeRunner(block: BlockElement): BlockRunner {
  const lab = labFor(block);
  const show = makeScreen(block, lab);
  const button = block.querySelector('[data-do="run"]');
  let progress: Progress | undefined;
  let running = false;
  const clear = (): void => {
    if (!running) void show({ kind: 'nothing' });
  };
  clearers.add(clear);
  onEngineProgress((next) => {
    progress = next;
    if (running) void show({ kind: 'waiting', progress });
  });
  const ask = async (): Promise<View> => {
    const work = readWork(block);
    try {
      return { kind: 'shown', sql: work.step.sql, outcome: await lab.run(work) };
    } catch (fault) {
      return { kind: 'fault', message: faultText(fault) };
    }
  };
  return {
    warm: () => lab.warm(),
    clear,
    async run() {
      if (running) return;
      running = true;
      button?.setAttribute('aria-disabled', 'true');
      await show({ kind: 'waiting', progress });
      const view = await ask();
      running = false;
      button?.removeAttribute('aria-disabled');
      await show(view);
    },
  };
}
