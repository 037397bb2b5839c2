import * as z from 'zod/mini';

// Zod would try whether it may make code of text. No page of the site may, and Firefox reports each try as an error.
z.config({ jitless: true });

/** The last instant that a Date can hold. */
const LAST_INSTANT = 8.64e15;

const within = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most));

/** Milliseconds since 1970, by the reader's clock. No date can be made of others, and a page that tries is gone. */
const instant = within(0, LAST_INSTANT);
/** Of others the scheduler makes days that no date can be made of. */
const days = within(-1e6, 1e6);

const exerciseSchema = z.object({
  state: z.enum(['open', 'tried', 'passed']),
  tries: z.number(),
  /** How many hints were opened. */
  hints: z.optional(z.number()),
  passedAt: z.optional(instant),
  /** The text of the editor and of the scratch tab, as the reader left them. */
  draft: z.optional(z.string()),
  scratch: z.optional(z.string()),
  draftAt: z.optional(instant),
  /** Files from before the two texts were kept apart have `draftAt` alone. */
  scratchAt: z.optional(instant),
  /** The text that passed last, for handing in. */
  answer: z.optional(z.string()),
  answerAt: z.optional(instant),
});

/** One thing to come back to, as the FSRS scheduler keeps it; instants in ms. */
const cardSchema = z.object({
  due: instant,
  last_review: z.optional(instant),
  state: z.number(),
  stability: within(0, 1e6),
  difficulty: within(0, 10),
  reps: z.number(),
  lapses: z.number(),
  elapsed_days: days,
  scheduled_days: days,
  learning_steps: z.number(),
});

const progressSchema = z.object({
  format: z.literal(1),
  exercises: z.record(z.string(), exerciseSchema),
  /** By `<module>/<lesson>`. */
  lessons: z.record(z.string(), z.object({ read: z.boolean(), at: instant })),
  /** By `<module>/<lesson>#<id>`: what the reader committed to before seeing the answer. */
  predictions: z.record(z.string(), z.object({ choice: z.string(), right: z.boolean(), at: instant })),
  /** By card id: what comes back for review. Files from before there were cards have none. */
  cards: z._default(z.record(z.string(), cardSchema), {}),
  /** By card id: when it was last changed or left out. Older files have none. */
  cardTimes: z._default(z.record(z.string(), instant), {}),
});

/** As it stands in the browser's storage, where it has a name: one that begins after an erasure has another. */
const storedSchema = z.extend(progressSchema, { life: z.optional(z.string()) });

export type ReviewCard = z.infer<typeof cardSchema>;
export type ExerciseProgress = z.infer<typeof exerciseSchema>;
export type Progress = z.infer<typeof progressSchema>;

/** Of a reader who has done nothing yet. */
export const emptyProgress: Progress = {
  format: 1,
  exercises: {},
  lessons: {},
  predictions: {},
  cards: {},
  cardTimes: {},
};

/** Stored progress as it was read. */
export type Parsed =
  | { readonly kind: 'ok'; readonly progress: Progress; readonly life?: string }
  /** Written by a later version: leave it alone. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads stored or imported progress. */
export function parseProgress(text: string): Parsed {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', why: 'it is not JSON' };
  }
  if (typeof data === 'object' && data !== null && 'format' in data && Number(data.format) > 1)
    return { kind: 'newer' };
  const parsed = z.safeParse(storedSchema, data);
  if (parsed.success) {
    const { life, ...progress } = parsed.data;
    return { kind: 'ok', progress, ...(life === undefined ? {} : { life }) };
  }
  const where = parsed.error.issues[0]?.path.join('.');
  return {
    kind: 'unreadable',
    why: where === undefined || where === '' ? 'it holds no progress' : `${where} is not as expected`,
  };
}

/** Ids may be called like members of Object. */
export function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

const untouched: ExerciseProgress = { state: 'open', tries: 0 };

/** What is known of an exercise. */
export function exerciseProgress(progress: Progress, id: string): ExerciseProgress {
  return own(progress.exercises, id) ?? untouched;
}

function withExercise(progress: Progress, id: string, change: Partial<ExerciseProgress>): Progress {
  const before = exerciseProgress(progress, id);
  return { ...progress, exercises: { ...progress.exercises, [id]: { ...before, ...change } } };
}

/** A graded attempt. Once passed, an exercise stays passed, and the text that passed is kept. */
export function withAttempt(
  progress: Progress,
  id: string,
  passed: boolean,
  now: number,
  sql?: string,
): Progress {
  const before = exerciseProgress(progress, id);
  const state = passed || before.state === 'passed' ? 'passed' : 'tried';
  const passedAt = passed ? (before.passedAt ?? now) : before.passedAt;
  return withExercise(progress, id, {
    state,
    tries: before.tries + 1,
    ...(passedAt === undefined ? {} : { passedAt }),
    ...(passed && sql !== undefined ? { answer: sql, answerAt: after(before.answerAt, now) } : {}),
  });
}

/** Now, or right after what was written before by a clock that was ahead: what was written later has to win a merge. */
export function after(before: number | undefined, now: number): number {
  return Math.min(LAST_INSTANT, Math.max(now, (before ?? -1) + 1));
}

/** The reader's text; leave a field out to keep what was there. */
export function withDraft(
  progress: Progress,
  id: string,
  texts: { readonly draft?: string; readonly scratch?: string },
  now: number,
): Progress {
  const { draftAt, scratchAt } = exerciseProgress(progress, id);
  return withExercise(progress, id, {
    ...texts,
    ...(texts.draft === undefined ? {} : { draftAt: after(draftAt, now) }),
    ...(texts.scratch === undefined ? {} : { scratchAt: after(scratchAt, now) }),
  });
}

/** How many hints of an exercise are open: they stay so. */
export function withHints(progress: Progress, id: string, hints: number): Progress {
  return withExercise(progress, id, { hints });
}

/** A lesson marked as read, or as not read, at `now` (ms since 1970). */
export function withLesson(progress: Progress, id: string, read: boolean, now: number): Progress {
  const at = after(own(progress.lessons, id)?.at, now);
  return { ...progress, lessons: { ...progress.lessons, [id]: { read, at } } };
}

/** What the reader committed to before seeing the answer, at `now` (ms since 1970). */
export function withPrediction(
  progress: Progress,
  id: string,
  choice: string,
  right: boolean,
  now: number,
): Progress {
  const at = after(own(progress.predictions, id)?.at, now);
  return { ...progress, predictions: { ...progress.predictions, [id]: { choice, right, at } } };
}
