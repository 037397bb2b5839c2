import type { Exercise } from '../../exercise/exercise.ts';
import { CommandButton } from '../commands/command-button.tsx';
import { StopOrReset } from '../commands/stop-or-reset.tsx';
import { WaitLine } from '../commands/wait-line.tsx';
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

/** Which text is in the editor, and the way to another one and back. */
function Texts({ desk, exercise, live }: ToolbarProps) {
  const { drafts, tab, setTab } = desk;
  const { start } = exercise;
  const replaced = drafts.aside?.tab === tab;
  const command = (name: string, title: string, onClick: () => void) => (
    <button type="button" className="pw-button" title={title} disabled={!live} onClick={onClick}>
      {name}
    </button>
  );
  return (
    <span className="pw-bench-tabs">
      {replaced && command('Back to my text', 'Undoes the replacing of your text', desk.takeBack)}
      {!replaced &&
        tab === 'answer' &&
        drafts.texts.answer !== start &&
        command('Starting text', 'Puts it in the place of yours, which you can take back', () =>
          desk.answer(start),
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

/** Run, Check, Reset, Stop, Hint, and what is being waited for. */
export function Toolbar(props: ToolbarProps) {
  const { desk, exercise, playground, live } = props;
  const { view, actions, hints } = desk;
  const { dataset, extensions } = exercise.spec;
  const busy = view.phase !== 'idle';
  return (
    <div className="pw-bench-bar" role="toolbar" aria-label="Commands">
      <CommandButton name="Check" shift primary live={live} busy={busy} onPress={() => void desk.check()} />
      <CommandButton name="Run" live={live} busy={busy} onPress={() => void desk.run()} />
      <StopOrReset
        live={live}
        busy={busy}
        onStop={() => void actions.stop()}
        onReset={() => void actions.reset()}
      />
      <button
        type="button"
        className="pw-button"
        data-quiet
        disabled={!live || hints.left === 0}
        onClick={hints.next}
        title={hints.left === 0 ? 'No hint is left' : `${hints.left} left`}
      >
        Hint
      </button>
      {playground !== undefined && canCarry(extensions) && (
        <PlaygroundLink
          href={playground}
          dataset={dataset}
          before={exercise.setup ? [exercise.setup] : []}
          text={() => desk.drafts.now(desk.tab)}
        />
      )}
      <WaitLine wait={describeWait(view, desk.drafts.texts.answer)} busy={busy} />
      <Texts {...props} />
    </div>
  );
}
