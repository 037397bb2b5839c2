import type { Wait } from '../commands/wait-line.tsx';
import type { Tab } from './draft-state.ts';

/** What was done last to a text. */
export interface TextNote {
  readonly what: 'replaced' | 'taken-back';
  readonly of: Tab;
}

/** What was done last, where nothing else on the page shows it. */
export type Note = 'stopped' | 'reset' | TextNote;

const NOTES: Readonly<Record<'stopped' | 'reset' | TextNote['what'], string>> = {
  stopped: 'Stopped',
  reset: 'Fresh database. Your text is kept.',
  replaced: 'Your text was replaced',
  'taken-back': 'Your text is back',
};

/** Whether a note is said while a text is in the editor: one on a text belongs to that text. */
export function isAbout(note: Note, tab: Tab): boolean {
  return typeof note === 'string' || note.of === tab;
}

/** The note in words. */
export function describeNote(note: Note): Wait {
  return { text: NOTES[typeof note === 'string' ? note : note.what] };
}
