import { type ExerciseProgress, own, type Progress, type ReviewCard } from './progress.ts';

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

function newer<T extends { readonly at: number }>(a: T, b: T): T {
  return b.at > a.at ? b : a;
}

const scratchTime = ({ scratch, scratchAt, draftAt }: ExerciseProgress) =>
  scratch === undefined ? -1 : (scratchAt ?? draftAt ?? -1);

const draftTime = ({ draft, draftAt }: ExerciseProgress) => (draft === undefined ? -1 : (draftAt ?? -1));

function mergeTexts(a: ExerciseProgress, b: ExerciseProgress): Partial<ExerciseProgress> {
  const { draft, draftAt } = draftTime(b) > draftTime(a) ? b : a;
  const newest = scratchTime(b) > scratchTime(a) ? b : a;
  const scratchAt = scratchTime(newest);
  return {
    ...(draft === undefined ? {} : { draft }),
    ...(draft === undefined || draftAt === undefined ? {} : { draftAt }),
    ...(newest.scratch === undefined ? {} : { scratch: newest.scratch }),
    ...(scratchAt < 0 ? {} : { scratchAt }),
  };
}

function mergeExercise(a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress {
  const answers = (b.answerAt ?? -1) > (a.answerAt ?? -1) ? b : a;
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
    ...(answers.answer === undefined ? {} : { answer: answers.answer }),
    ...(answers.answerAt === undefined ? {} : { answerAt: answers.answerAt }),
  };
}

/** Of each card the state that was written last, which may be that it is gone; of equally old ones the one graded more often. */
function mergeCards(a: Progress, b: Progress): Pick<Progress, 'cards' | 'cardTimes'> {
  const cards = new Map<string, ReviewCard>();
  for (const id of new Set([...Object.keys(a.cards), ...Object.keys(b.cards)])) {
    const later = timeOf(b, id) - timeOf(a, id) || repsOf(b, id) - repsOf(a, id);
    const card = own((later > 0 ? b : a).cards, id);
    if (card) cards.set(id, card);
  }
  const cardTimes = mergeRecords(a.cardTimes, b.cardTimes, Math.max);
  return { cards: Object.fromEntries(cards), cardTimes };
}

const timeOf = ({ cardTimes }: Progress, id: string) => own(cardTimes, id) ?? -1;
const repsOf = ({ cards }: Progress, id: string) => own(cards, id)?.reps ?? -1;

/** Both together: what was passed stays passed, and of two texts of one kind the later one stays. Order does not matter. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  return {
    format: 1,
    exercises: mergeRecords(a.exercises, b.exercises, mergeExercise),
    lessons: mergeRecords(a.lessons, b.lessons, newer),
    predictions: mergeRecords(a.predictions, b.predictions, newer),
    ...mergeCards(a, b),
  };
}
