import { useEffect, useState } from 'react';
import './commands.css';

function useCommandKey(): string {
  const [key, setKey] = useState('Ctrl');
  useEffect(() => setKey(/mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'), []);
  return key;
}

export interface CommandButtonProps {
  readonly name: string;
  /** The keys after Ctrl or Cmd. */
  readonly keys: string;
  readonly disabled: boolean;
  readonly primary?: boolean;
  readonly onPress: () => void;
}

/** A command that has a keyboard shortcut, which it shows. */
export function CommandButton({ name, keys, disabled, primary, onPress }: CommandButtonProps) {
  const command = useCommandKey();
  return (
    <button
      type="button"
      className="pw-button"
      data-primary={primary || undefined}
      disabled={disabled}
      onClick={onPress}
    >
      {name}{' '}
      <span className="pw-keys" aria-hidden="true">
        {command} {keys}
      </span>
    </button>
  );
}
