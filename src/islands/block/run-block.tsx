import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import type { Progress } from '../../engine/engine.ts';
import type { Plan } from '../../plan/plan.ts';
import { waitForRun } from '../commands/opening.ts';
import type { Wait } from '../commands/wait-line.tsx';
import { onEngineProgress } from '../engine.ts';
import { faultOf } from '../faults/fault-of.ts';
import { sayOutcome } from '../runs/outcome.ts';
import { BlockOutput, type View } from './block-output.tsx';
import type { LessonLab, Work } from './lesson-lab.ts';
import { labFor } from './page-labs.ts';
import { type BlockElement, readFacts, readStepsBefore } from './read-blocks.ts';

/** Runs one block of the page and shows what came of it. */
export interface BlockRunner {
  warm(): void;
  run(): Promise<void>;
  clear(): void;
}

type PlanView = ComponentType<{ readonly plan: Plan }>;

/** Empty the outputs of the blocks that share a database: with fresh data the old figures are no longer true. */
const clearers = new Map<LessonLab, (() => void)[]>();

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

/** What a screen reader is told of a view; an error speaks for itself. */
function sayView(view: View): string {
  if (view.kind === 'waiting') return view.wait.spoken ?? view.wait.text;
  if (view.kind !== 'shown') return '';
  const { outcome } = view;
  const said = sayOutcome({ kind: 'run', run: outcome.run }) ?? '';
  const explained = outcome.kind === 'ran' ? outcome.explained?.kind : undefined;
  const drawn = explained === 'ok' || explained === 'steps';
  return drawn && said !== '' ? `${said}, and the plan` : said;
}

/** Draws what is below a block's SQL: at once without the plan, where what draws that has not come yet. */
function makeScreen(block: BlockElement, lab: LessonLab): (view: View) => void {
  let here: PlanView | undefined;
  let coming: Promise<void> | undefined;
  let drawn = 0;
  const root = createRoot(block.querySelector('.out') ?? block.appendChild(document.createElement('div')));
  const said = block.querySelector(':scope > [role="status"]');
  const ofPostgres = block.dataset.engine === undefined;
  const startFresh = (): void => {
    void lab.reset().catch(() => undefined);
    for (const clear of clearers.get(lab) ?? []) clear();
  };
  const draw = (view: View): void =>
    root.render(
      <BlockOutput
        view={view}
        database={ofPostgres ? 'database' : 'SQLite database'}
        PlanView={here}
        onStop={() => void lab.stop(block.id)}
        onFresh={startFresh}
      />,
    );
  const fetchPlanView = async (): Promise<void> => {
    try {
      here = await loadPlanView(ofPostgres && block.dataset.plan !== undefined);
    } catch {
      coming = undefined;
    }
  };
  return (view) => {
    drawn += 1;
    const turn = drawn;
    said?.replaceChildren(sayView(view));
    draw(view);
    coming ??= fetchPlanView();
    if (view.kind === 'shown' && !here) void coming.then(() => turn === drawn && here && draw(view));
  };
}

/** Connects a block to the page's database. Nothing is opened until it is warmed or run. */
export function makeRunner(block: BlockElement): BlockRunner {
  const { lab, watch, watchWait } = labFor(block);
  const show = makeScreen(block, lab);
  const button = block.querySelector('[data-do="run"]');
  let progress: Progress | undefined;
  let own: Wait | undefined;
  let opened = false;
  let running = false;
  const wait = (): void => {
    const opening = opened ? undefined : own;
    show({ kind: 'waiting', wait: opening ?? waitForRun(opened, progress) });
  };
  const clear = (): void => {
    if (!running) show({ kind: 'nothing' });
  };
  clearers.set(lab, [...(clearers.get(lab) ?? []), clear]);
  onEngineProgress((next) => {
    progress = next;
    if (running && !opened) wait();
  });
  watchWait((next) => {
    own = next;
    if (running && !opened) wait();
  });
  watch((now) => {
    opened = now;
    if (running) wait();
  });
  const ask = async (): Promise<View> => {
    const work = readWork(block);
    try {
      return { kind: 'shown', sql: work.step.sql, outcome: await lab.run(work) };
    } catch (thrown) {
      return { kind: 'fault', fault: faultOf(thrown) };
    }
  };
  return {
    warm: () => lab.warm(),
    clear,
    async run() {
      if (running) return;
      running = true;
      button?.setAttribute('aria-disabled', 'true');
      wait();
      const view = await ask();
      running = false;
      button?.removeAttribute('aria-disabled');
      show(view);
    },
  };
}
