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
export function CommandButton({ name, shift = false, live, busy, primary, onPress }: CommandButtonProps) {
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
      {name}{' '}
      <span className="pw-keys" aria-hidden="true">
        {sign} {shift ? '⇧ ↵' : '↵'}
      </span>
    </button>
  );
}
