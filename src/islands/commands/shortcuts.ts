import type { KeyboardEvent } from 'react';

export interface Shortcuts {
  /** Ctrl or Cmd with Enter. */
  readonly onRun: () => void;
  /** The same with Shift. */
  readonly onCheck: () => void;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>;

/** The command that a key means; undefined for any other key, and for one that is held down. */
export function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }: Key) {
  if (key !== 'Enter' || !(ctrlKey || metaKey) || altKey || repeat) return undefined;
  return shiftKey ? 'check' : 'run';
}

/** What makes an element one in which the shortcuts work. */
export interface ShortcutArea {
  readonly tabIndex: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The properties by which the shortcuts work in all of an element. A click on what takes no focus by itself leaves the
 * focus on the element. What the editor in it took already is not done twice.
 */
export function shortcutArea({ onRun, onCheck }: Shortcuts): ShortcutArea {
  return {
    tabIndex: -1,
    onKeyDown(event) {
      const command = event.isDefaultPrevented() ? undefined : commandOf(event);
      if (command === undefined) return;
      // A button that has the focus would be pressed as well.
      event.preventDefault();
      if (command === 'check') onCheck();
      else onRun();
    },
  };
}
