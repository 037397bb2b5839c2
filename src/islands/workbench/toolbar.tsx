import type { Exercise } from '../../exercise/exercise.ts';
import { CommandButton } from '../commands/command-button.tsx';
import { StopOrReset } from '../commands/stop-or-reset.tsx';
import { NOT_LIVE, WaitLine } from '../commands/wait-line.tsx';
import { canCarry } from '../playground/extensions.ts';
import { PlaygroundLink } from '../playground/playground-link.tsx';
import { describeWait } from './describe-wait.ts';
import type { Desk } from './use-desk.ts';

export interface ToolbarProps {
  readonly desk: Desk;
  readonly exercise: Exercise;
  /** The playground's address, where the page has a way there. */
  readonly playground: string | undefined;
  /** False before the page's script runs: the buttons do nothing yet. */
  readonly live: boolean;
}

/** The way from the text in the editor to another one; undefined where there is none. */
function wayOf({ drafts, tab, answer, takeBack }: Desk, start: string) {
  if (drafts.aside[tab] !== undefined)
    return { name: 'Back to my text', title: 'Undoes the replacing of your text', go: takeBack };
  if (tab !== 'answer' || drafts.texts.answer === start) return undefined;
  const title = 'Puts it in the place of yours, which you can take back';
  return { name: 'Starting text', title, go: () => answer(start) };
}

/** Which text is in the editor, and the way to another one and back: one button, which keeps the focus. */
function Texts({ desk, exercise, live }: ToolbarProps) {
  const { tab, setTab } = desk;
  const way = wayOf(desk, exercise.start);
  return (
    <span className="pw-bench-tabs">
      {way && (
        <button type="button" className="pw-button" title={way.title} disabled={!live} onClick={way.go}>
          {way.name}
        </button>
      )}
      {(['answer', 'scratch'] as const).map((name) => (
        <button
          key={name}
          type="button"
          className="pw-tab"
          aria-pressed={tab === name}
          disabled={!live}
          onClick={() => setTab(name)}
        >
          {name === 'answer' ? 'Answer' : 'Scratch'}
        </button>
      ))}
    </span>
  );
}

/** One hint more. After the last one it is spent, and keeps the focus. */
function Hint({ hints, live }: { readonly hints: Desk['hints']; readonly live: boolean }) {
  const spent = hints.left === 0;
  return (
    <button
      type="button"
      className="pw-button"
      data-quiet
      disabled={!live}
      aria-disabled={(live && spent) || undefined}
      onClick={spent ? undefined : hints.next}
      title={spent ? 'No hint is left' : `${hints.left} left`}
    >
      Hint
    </button>
  );
}

/** Run, Check, Reset, Stop, Hint, and what is being waited for. */
export function Toolbar(props: ToolbarProps) {
  const { desk, exercise, playground, live } = props;
  const { view, actions, hints, tab } = desk;
  const { dataset, extensions } = exercise.spec;
  const busy = view.phase !== 'idle';
  // What stands in Scratch is never graded: Check says which text it is about, and Run comes first.
  const graded = tab === 'answer';
  return (
    <div className="pw-bench-bar" role="toolbar" aria-label="Commands">
      <CommandButton
        name="Check"
        of={graded ? undefined : 'answer'}
        shift
        primary={graded}
        live={live}
        busy={busy}
        onPress={() => void desk.check()}
      />
      <CommandButton name="Run" primary={!graded} live={live} busy={busy} onPress={() => void desk.run()} />
      <StopOrReset
        live={live}
        busy={busy}
        onStop={() => void actions.stop()}
        onReset={() => void actions.reset()}
      />
      <Hint hints={hints} live={live} />
      {playground !== undefined && canCarry(extensions) && (
        <PlaygroundLink
          href={playground}
          dataset={dataset}
          before={exercise.setup ? [exercise.setup] : []}
          text={() => desk.drafts.now(desk.tab)}
        />
      )}
      <WaitLine wait={live ? describeWait(view, tab, desk.drafts.texts.answer) : NOT_LIVE} busy={busy} />
      <Texts {...props} />
    </div>
  );
}
