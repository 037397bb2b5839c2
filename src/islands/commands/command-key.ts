/** The key that goes with Enter in a shortcut: as a button shows it, and as ARIA calls it. */
export interface CommandKey {
  readonly sign: string;
  readonly aria: 'Control' | 'Meta';
}

/** The one of most machines, which a page shows until its script runs. */
export const CONTROL: CommandKey = { sign: 'Ctrl', aria: 'Control' };
const META: CommandKey = { sign: '⌘', aria: 'Meta' };

/** The one of this machine. */
export function commandKey(): CommandKey {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? META : CONTROL;
}
