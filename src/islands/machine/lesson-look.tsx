import { createRoot } from 'react-dom/client';
import type { Engine, Progress } from '../../engine/engine.ts';
import type { KeptCopy } from '../../session/kept-copy.ts';
import { type LookBlock, type LookFound, lookForLesson, readLookAsk } from '../../session/lesson-look.ts';
import { keepAtBlock } from '../../session/lesson-replay.ts';
import { makeStoppable } from '../../session/stoppable.ts';
import type { Looked } from '../../session/throw-away.ts';
import { type BlockElement, listBlocks, readFacts } from '../block/read-blocks.ts';
import { waitForOpening } from '../commands/opening.ts';
import type { Wait } from '../commands/wait-line.tsx';
import { onEngineProgress, pageEngine } from '../engine.ts';
import { faultSentence } from '../faults/fault-text.ts';
import { LookView } from './look-view.tsx';
import './machine.css';
import { SelectivityPane } from './selectivity-pane.tsx';

/** Measures a lesson's picture on the reader's own PostgreSQL and shows it in place of the one in the markup. */
export interface LiveLook {
  measure(): Promise<void>;
}

/** A picture that is worked with: its bounds are moved on a copy that is kept meanwhile. */
interface Movable {
  readonly copy: KeptCopy;
  readonly text: string;
  readonly wanted: readonly string[];
}

type State =
  | { readonly kind: 'movable'; readonly movable: Movable }
  | { readonly kind: 'waiting'; readonly progress: Progress | undefined }
  | { readonly kind: 'looked'; readonly looked: Looked<LookFound> }
  | { readonly kind: 'fault'; readonly message: string };

/** A block as it stands on the page, with the dataset that it runs on. */
function lookBlockOf(block: BlockElement): LookBlock {
  const { dataset } = block.dataset;
  return { ...readFacts(block), ...(dataset !== undefined && { dataset }) };
}

async function look(element: HTMLElement, engine: Engine): Promise<State> {
  const { component = '', props = '{}', dataset = '', extensions = '' } = element.dataset;
  const ask = readLookAsk(component, JSON.parse(props));
  if (ask === undefined) return { kind: 'fault', message: `There is no picture called ${component}.` };
  const ref = { name: dataset, extensions: extensions.split(' ').filter(Boolean) };
  const place = { engine, dataset: ref, blocks: listBlocks().map(lookBlockOf) };
  if (ask.kind !== 'selectivity') return { kind: 'looked', looked: await lookForLesson(place, ask) };
  const copy = keepAtBlock(place, ask.of);
  if (copy.kind === 'none') return { kind: 'looked', looked: copy };
  const text = place.blocks.find(({ id }) => id === ask.of)?.sql ?? '';
  const wanted = ask.and === undefined ? [ask.over] : [ask.over, ask.and];
  return { kind: 'movable', movable: { copy: copy.found, text, wanted } };
}

function faultState(thrown: unknown): State {
  return { kind: 'fault', message: faultSentence(thrown) };
}

/** Its files where they are still coming in, else the measuring, which opens a copy of its own. */
function describeMeasuring(progress: Progress | undefined): Wait {
  const wait = waitForOpening(progress);
  return wait.share === undefined ? { text: 'Measuring' } : wait;
}

function Waiting({ wait, onStop }: { readonly wait: Wait; readonly onStop: () => void }) {
  return (
    <p className="pw-look-wait">
      {wait.spoken !== undefined && <span aria-hidden="true">{wait.text}</span>}
      <span role="status" className={wait.spoken === undefined ? undefined : 'pw-sr'}>
        {wait.spoken ?? wait.text}
      </span>{' '}
      <button type="button" className="pw-button" onClick={onStop}>
        Stop
      </button>
    </p>
  );
}

interface LiveProps {
  readonly state: State;
  readonly onStop: () => void;
}

function Live({ state, onStop }: LiveProps) {
  if (state.kind === 'waiting') return <Waiting wait={describeMeasuring(state.progress)} onStop={onStop} />;
  if (state.kind === 'movable') {
    const { copy, text, wanted } = state.movable;
    return <SelectivityPane ask={copy.ask} text={text} wanted={wanted} />;
  }
  if (state.kind === 'fault')
    return (
      <p className="pw-notice" data-bad role="alert">
        {state.message}
      </p>
    );
  if (state.looked.kind === 'none')
    return (
      <p className="pw-notice" role="status">
        {state.looked.message}
      </p>
    );
  return (
    <>
      <p className="pw-eyebrow" role="status">
        Measured here just now, on a fresh copy of the data.
      </p>
      <LookView found={state.looked.found} />
    </>
  );
}

/** Connects a picture to the page's PostgreSQL. Nothing is opened until it is measured. */
export function makeLiveLook(element: HTMLElement): LiveLook {
  const place = element.querySelector('.live') ?? element.appendChild(document.createElement('div'));
  const still = element.querySelector<HTMLElement>('.still');
  const button = element.querySelector('[data-do="look"]');
  const root = createRoot(place);
  let running = false;
  const show = (state: State, stop = () => {}): void => {
    const shown = state.kind === 'movable' || (state.kind === 'looked' && state.looked.kind === 'ok');
    if (still) still.hidden = shown;
    root.render(<Live state={state} onStop={stop} />);
  };
  const lookNow = async (): Promise<State> => {
    const engine = makeStoppable(pageEngine());
    const waiting = (progress: Progress | undefined) =>
      show({ kind: 'waiting', progress }, () => void engine.stop());
    const end = onEngineProgress(waiting);
    waiting(undefined);
    try {
      return await look(element, engine);
    } finally {
      end();
    }
  };
  return {
    async measure() {
      if (running) return;
      running = true;
      button?.setAttribute('aria-disabled', 'true');
      const state = await lookNow().catch(faultState);
      running = false;
      button?.removeAttribute('aria-disabled');
      show(state);
    },
  };
}
