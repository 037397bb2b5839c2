import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import { exerciseCardId } from './card-id.ts';
import { after, own, type Progress, type ReviewCard } from './progress.ts';

/** How well it came back, as FSRS asks for it; 1 to 4 on the keyboard. */
export const GRADES: readonly { readonly grade: Grade; readonly word: string }[] = [
  { grade: Rating.Again, word: 'Not yet' },
  { grade: Rating.Hard, word: 'With effort' },
  { grade: Rating.Good, word: 'Knew it' },
  { grade: Rating.Easy, word: 'Easily' },
];

/** Days, not minutes: nobody sits before a course for a second look ten minutes later. No fuzz, so the dates are the same everywhere. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

const DAY_MS = 24 * 60 * 60 * 1000;

function toCard({ due, last_review, ...rest }: ReviewCard): Card {
  return {
    ...rest,
    due: new Date(due),
    ...(last_review === undefined ? {} : { last_review: new Date(last_review) }),
  };
}

function fromCard(card: Card): ReviewCard {
  const { due, last_review, state, stability, difficulty, reps, lapses } = card;
  return {
    due: due.getTime(),
    ...(last_review ? { last_review: last_review.getTime() } : {}),
    state,
    stability,
    difficulty,
    reps,
    lapses,
    elapsed_days: card.elapsed_days,
    scheduled_days: card.scheduled_days,
    learning_steps: card.learning_steps,
  };
}

/** A card after a look at it, at `now` (ms since 1970); a new one where there was none. */
export function gradeCard(card: ReviewCard | undefined, grade: Grade, now: number): ReviewCard {
  const before = card ? toCard(card) : createEmptyCard(new Date(now));
  return fromCard(scheduler.next(before, new Date(now), grade).card);
}

/** A card by its id; undefined where there is none. */
export function cardOf(progress: Progress, id: string): ReviewCard | undefined {
  return own(progress.cards, id);
}

/** Progress with this card from now on, or without it where it is undefined. */
export function withCard(
  progress: Progress,
  id: string,
  card: ReviewCard | undefined,
  now: number,
): Progress {
  const { [id]: _, ...others } = progress.cards;
  const cardTimes = { ...progress.cardTimes, [id]: after(own(progress.cardTimes, id), now) };
  return { ...progress, cards: card ? { ...others, [id]: card } : others, cardTimes };
}

/** A passed exercise comes back; passing it again before it is due changes nothing. */
export function withPassedExercise(progress: Progress, exercise: string, now: number): Progress {
  const id = exerciseCardId(exercise);
  const card = cardOf(progress, id);
  if (card && card.due > now) return progress;
  return withCard(progress, id, gradeCard(card, Rating.Good, now), now);
}

/** What comes back, and when; instants in ms since 1970. */
export interface Agenda {
  /** Ids of the cards that are due, the longest due first. */
  readonly due: readonly string[];
  /** Further cards within a day and within seven. */
  readonly tomorrow: number;
  readonly week: number;
  /** When the next one is due, where none is now. */
  readonly next: number | undefined;
}

/** What is due at `now` (ms since 1970), and what comes next. */
export function agendaOf(progress: Progress, now: number): Agenda {
  const cards = Object.entries(progress.cards).sort(([, a], [, b]) => a.due - b.due);
  const within = (ms: number) => cards.filter(([, card]) => card.due > now && card.due <= now + ms).length;
  return {
    due: cards.filter(([, card]) => card.due <= now).map(([id]) => id),
    tomorrow: within(DAY_MS),
    week: within(7 * DAY_MS),
    next: cards.find(([, card]) => card.due > now)?.[1].due,
  };
}

/** `in 3 days`, `in 2 months`: how long until then. */
export function timeUntil(due: number, now: number): string {
  const days = Math.max(1, Math.round((due - now) / DAY_MS));
  if (days < 45) return days === 1 ? 'tomorrow' : `in ${days} days`;
  const months = Math.round(days / 30.4);
  return months < 18 ? `in ${months} months` : `in ${Math.round(days / 365)} years`;
}
