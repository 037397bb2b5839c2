import * as z from 'zod/mini';
import type { Shelf } from '../../progress/store.ts';
import type { Launch } from './launch.ts';

const schema = z.object({
  fetch: z.string(),
  token: z.string(),
  /** “initialized”, from when it is first sent: when, in which mode, the statement, and whether it is known to be taken. */
  begun: z.optional(
    z.object({ at: z.number(), mode: z.string(), statement: z.string(), taken: z.boolean() }),
  ),
  ended: z.boolean(),
});

/** How far a session came: the token is given once, and “initialized” and “terminated” are stated once. */
export type SessionNote = Omit<z.infer<typeof schema>, 'fetch'>;

/** What a tab remembers of its session when the page is loaded again. */
export interface SessionNotes {
  read(): SessionNote | undefined;
  write(note: SessionNote): void;
}

const KEY = 'planwright.session';

/** Notes of one launch on the tab's own shelf, where there is one that takes them. */
export function notesOf(launch: Launch, shelf: Shelf | undefined): SessionNotes {
  return {
    read() {
      try {
        const note = schema.parse(JSON.parse(shelf?.getItem(KEY) ?? ''));
        return note.fetch === launch.fetch ? note : undefined;
      } catch {
        return undefined;
      }
    },
    write(note) {
      try {
        shelf?.setItem(KEY, JSON.stringify({ ...note, fetch: launch.fetch }));
      } catch {
        // A tab that remembers nothing has to be opened from the course system again.
      }
    },
  };
}
