import { Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { readCardId, recallCardId } from './card-id.ts';
import { mergeProgress } from './merge.ts';
import { emptyProgress, parseProgress } from './progress.ts';
import { agendaOf, gradeCard, timeUntil, withCard, withPassedExercise } from './review.ts';

const NOW = Date.UTC(2026, 0, 5, 9);
const DAY = 24 * 60 * 60 * 1000;

describe('a card', () => {
  it('comes back later the better it was known, and never on the same day', () => {
    const grades = [Rating.Again, Rating.Hard, Rating.Good, Rating.Easy] as const;
    const due = grades.map((grade) => gradeCard(undefined, grade, NOW).due - NOW);
    expect([...due].sort((a, b) => a - b)).toEqual(due);
    expect(Math.min(...due)).toBeGreaterThanOrEqual(DAY);
    expect(due[3]).toBeGreaterThan(due[0] ?? 0);
  });

  it('stays away longer each time it is known', () => {
    const first = gradeCard(undefined, Rating.Good, NOW);
    const second = gradeCard(first, Rating.Good, first.due);
    expect(second.due - first.due).toBeGreaterThan(first.due - NOW);
    expect(second.reps).toBe(2);
  });

  it('has an id that says what it is about', () => {
    expect(readCardId(recallCardId('indexing/covering', 'recall-why'))).toEqual({
      kind: 'recall',
      lesson: 'indexing/covering',
      element: 'recall-why',
    });
    expect(readCardId('exercise:next-page')).toEqual({ kind: 'exercise', exercise: 'next-page' });
    expect(readCardId('something else')).toBeUndefined();
  });
});

describe('the agenda', () => {
  it('has what is due, the longest due first, and counts what comes', () => {
    let progress = emptyProgress;
    const card = gradeCard(undefined, Rating.Again, NOW);
    for (const [id, due] of Object.entries({
      a: NOW - 1,
      b: NOW - DAY,
      c: NOW + DAY / 2,
      d: NOW + 6 * DAY,
    })) {
      progress = withCard(progress, id, { ...card, due }, due);
    }
    expect(agendaOf(progress, NOW)).toEqual({ due: ['b', 'a'], tomorrow: 1, week: 2, next: NOW + DAY / 2 });
  });

  it('is empty where nothing was marked', () => {
    expect(agendaOf(emptyProgress, NOW)).toEqual({ due: [], tomorrow: 0, week: 0, next: undefined });
  });

  it('takes a passed exercise once, until it is due again', () => {
    const once = withPassedExercise(emptyProgress, 'next-page', NOW);
    expect(withPassedExercise(once, 'next-page', NOW + DAY)).toBe(once);
    const due = once.cards['exercise:next-page']?.due ?? 0;
    expect(withPassedExercise(once, 'next-page', due).cards['exercise:next-page']?.reps).toBe(2);
  });
});

describe('kept cards', () => {
  it('stay as another tab left them last: graded, taken back or left out', () => {
    const card = gradeCard(undefined, Rating.Good, 1);
    const graded = withCard(withCard(emptyProgress, 'q', card, 1), 'q', gradeCard(card, Rating.Good, 2), 2);
    const takenBack = withCard(graded, 'q', card, 3);
    const leftOut = withCard(graded, 'q', undefined, 4);
    expect(mergeProgress(takenBack, graded).cards.q?.reps).toBe(1);
    expect(mergeProgress(graded, takenBack).cards.q?.reps).toBe(1);
    expect(mergeProgress(leftOut, graded).cards).toEqual({});
    expect(mergeProgress(graded, leftOut).cards).toEqual({});
    const again = withCard(leftOut, 'q', card, 5);
    expect(mergeProgress(leftOut, again).cards.q).toEqual(card);
  });

  it('stay left out, also after a clock that was ahead', () => {
    const ahead = withCard(emptyProgress, 'q', gradeCard(undefined, Rating.Good, 1), 9e12);
    const leftOut = withCard(ahead, 'q', undefined, 5);
    expect(mergeProgress(ahead, leftOut).cards).toEqual({});
    expect(mergeProgress(leftOut, ahead).cards).toEqual({});
  });

  it('are read again, and a file from before there were any has none', () => {
    const progress = withPassedExercise(emptyProgress, 'next-page', NOW);
    expect(parseProgress(JSON.stringify(progress))).toEqual({ kind: 'ok', progress });
    const { cards: _, cardTimes: __, ...old } = emptyProgress;
    expect(parseProgress(JSON.stringify(old))).toEqual({ kind: 'ok', progress: emptyProgress });
  });

  it('of two browsers merge to the one that was looked at more often', () => {
    const first = withPassedExercise(emptyProgress, 'next-page', NOW);
    const second = withPassedExercise(first, 'next-page', NOW + 400 * DAY);
    expect(mergeProgress(first, second).cards).toEqual(second.cards);
    expect(mergeProgress(second, first).cards).toEqual(second.cards);
  });
});

it.each([
  [1, 'tomorrow'],
  [3, 'in 3 days'],
  [60, 'in 2 months'],
  [800, 'in 2 years'],
])('%d days are %s', (days, words) => {
  expect(timeUntil(NOW + days * DAY, NOW)).toBe(words);
});
