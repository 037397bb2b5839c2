import { type ExerciseProgress, exerciseProgress, own, type Progress, type ReviewCard } from './progress.ts';

function mergeRecords<T>(
  a: Record<string, T>,
  b: Record<string, T>,
  merge: (a: T, b: T) => T,
): Record<string, T> {
  const merged = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const other = merged.get(key);
    merged.set(key, other === undefined ? value : merge(other, value));
  }
  return Object.fromEntries(merged);
}

/** Any order of texts will do where it is always the same one; a longer one is more work to lose. */
function compareTexts(a: string, b: string): number {
  return a.length - b.length || Number(a > b) - Number(a < b);
}

/** The same text for the same contents, whatever order these were written in. */
function spell(record: object): string {
  return JSON.stringify(Object.entries(record).sort(([a], [b]) => compareTexts(a, b)));
}

/** The later one; of equally old ones always the same, whichever comes first. */
function newer<T extends { readonly at: number }>(a: T, b: T): T {
  return (b.at - a.at || compareTexts(spell(b), spell(a))) > 0 ? b : a;
}

/** A text with the time it was written at, where that is known. */
interface Dated {
  readonly text: string;
  readonly at: number | undefined;
}

function dated(text: string | undefined, at: number | undefined): Dated | undefined {
  return text === undefined ? undefined : { text, at };
}

/** The later of two texts; no text is older than any, and one without a time older than those that have one. */
function newerText(a: Dated | undefined, b: Dated | undefined): Dated | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return ((b.at ?? -1) - (a.at ?? -1) || compareTexts(b.text, a.text)) > 0 ? b : a;
}

const draftOf = ({ draft, draftAt }: ExerciseProgress) => dated(draft, draftAt);
/** Its time is always written, because that of the draft, which stood for both, may become another. */
const scratchOf = ({ scratch, scratchAt, draftAt }: ExerciseProgress) =>
  dated(scratch, scratchAt ?? draftAt ?? 0);
const answerOf = ({ answer, answerAt }: ExerciseProgress) => dated(answer, answerAt);

function mergeTexts(a: ExerciseProgress, b: ExerciseProgress): Partial<ExerciseProgress> {
  const draft = newerText(draftOf(a), draftOf(b));
  const scratch = newerText(scratchOf(a), scratchOf(b));
  const answer = newerText(answerOf(a), answerOf(b));
  return {
    ...(draft && { draft: draft.text }),
    ...(draft?.at !== undefined && { draftAt: draft.at }),
    ...(scratch && { scratch: scratch.text, scratchAt: scratch.at }),
    ...(answer && { answer: answer.text }),
    ...(answer?.at !== undefined && { answerAt: answer.at }),
  };
}

function mergeExercise(a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress {
  const passedAt = Math.min(a.passedAt ?? Number.POSITIVE_INFINITY, b.passedAt ?? Number.POSITIVE_INFINITY);
  const state = [a.state, b.state].includes('passed')
    ? 'passed'
    : [a.state, b.state].includes('tried')
      ? 'tried'
      : 'open';
  const hints = Math.max(a.hints ?? 0, b.hints ?? 0);
  return {
    state,
    tries: Math.max(a.tries, b.tries),
    ...(hints > 0 ? { hints } : {}),
    ...(Number.isFinite(passedAt) ? { passedAt } : {}),
    ...mergeTexts(a, b),
  };
}

function mergeExercises(a: Progress, b: Progress): Progress['exercises'] {
  const ids = new Set([...Object.keys(a.exercises), ...Object.keys(b.exercises)]);
  return Object.fromEntries(
    [...ids].map((id) => [id, mergeExercise(exerciseProgress(a, id), exerciseProgress(b, id))]),
  );
}

/**
 * Of each card the state that was written last, which may be that it is gone; of equally old ones the one graded more
 * often, and of those always the same.
 */
function mergeCards(a: Progress, b: Progress): Pick<Progress, 'cards' | 'cardTimes'> {
  const cards = new Map<string, ReviewCard>();
  for (const id of new Set([...Object.keys(a.cards), ...Object.keys(b.cards)])) {
    const later =
      timeOf(b, id) - timeOf(a, id) ||
      repsOf(b, id) - repsOf(a, id) ||
      compareTexts(cardText(b, id), cardText(a, id));
    const card = own((later > 0 ? b : a).cards, id);
    if (card) cards.set(id, card);
  }
  const cardTimes = mergeRecords(a.cardTimes, b.cardTimes, Math.max);
  return { cards: Object.fromEntries(cards), cardTimes };
}

const timeOf = ({ cardTimes }: Progress, id: string) => own(cardTimes, id) ?? -1;
const repsOf = ({ cards }: Progress, id: string) => own(cards, id)?.reps ?? -1;
const cardText = ({ cards }: Progress, id: string) => spell(own(cards, id) ?? {});

/**
 * Both together: what was passed stays passed, and of two texts of one kind the later one stays. Neither the order nor
 * the grouping matters, and what was merged before changes nothing when it comes again.
 */
export function mergeProgress(a: Progress, b: Progress): Progress {
  return {
    format: 1,
    exercises: mergeExercises(a, b),
    lessons: mergeRecords(a.lessons, b.lessons, newer),
    predictions: mergeRecords(a.predictions, b.predictions, newer),
    ...mergeCards(a, b),
  };
}
