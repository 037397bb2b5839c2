import { useEffect, useState } from 'react';
import { CONTROL, type CommandKey, commandKey } from './command-key.ts';
import './commands.css';

function useCommandKey(): CommandKey {
  const [key, setKey] = useState(CONTROL);
  useEffect(() => setKey(commandKey()), []);
  return key;
}

export interface CommandButtonProps {
  readonly name: string;
  /** What it is about, where that is not what is in the editor. Where there is little room it is spoken only. */
  readonly of?: string | undefined;
  /** Whether its shortcut takes Shift, besides Enter and Ctrl or Cmd. */
  readonly shift?: boolean;
  /** False before the page's script runs. */
  readonly live: boolean;
  /** While something runs, a press does nothing; but the focus stays, which a disabled button loses. */
  readonly busy: boolean;
  readonly primary?: boolean;
  readonly onPress: () => void;
}

/** A command that has a keyboard shortcut, which it shows. */
export function CommandButton(props: CommandButtonProps) {
  const { name, of, shift = false, live, busy, primary, onPress } = props;
  const { sign, aria } = useCommandKey();
  return (
    <button
      type="button"
      className="pw-button"
      data-primary={primary || undefined}
      aria-keyshortcuts={`${aria}+${shift ? 'Shift+' : ''}Enter`}
      disabled={!live}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onPress}
    >
      {of === undefined ? (
        name
      ) : (
        <span>
          {name}
          <span className="pw-command-of"> {of}</span>
        </span>
      )}{' '}
      <span className="pw-keys" aria-hidden="true">
        {sign} {shift ? '⇧ ↵' : '↵'}
      </span>
    </button>
  );
}
