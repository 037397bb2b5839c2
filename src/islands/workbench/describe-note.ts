import type { Wait } from '../commands/wait-line.tsx';

/** What was done last, where nothing else on the page shows it. */
export type Note = 'stopped' | 'reset' | 'replaced' | 'taken-back';

const NOTES: Readonly<Record<Note, string>> = {
  stopped: 'Stopped',
  reset: 'Fresh database. Your text is kept.',
  replaced: 'Your text was replaced',
  'taken-back': 'Your text is back',
};

/** The note in words. */
export function describeNote(note: Note): Wait {
  return { text: NOTES[note] };
}
