import { describe, expect, it } from 'vitest';
import { mergeProgress } from './merge.ts';
import { type ExerciseProgress, emptyProgress, type Progress, type ReviewCard } from './progress.ts';

/** Numbers below `most` that are the same in every run: mulberry32. */
function makeDice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

type Dice = ReturnType<typeof makeDice>;

/** Few values, so that equal times, equal texts and missing ones meet often. */
const maybe = <T>(dice: Dice, make: () => T): T | undefined => (dice(3) === 0 ? undefined : make());
const textOf = (dice: Dice) => ['', 'a', 'b', 'cc'][dice(4)] ?? '';

function someExercise(dice: Dice): ExerciseProgress {
  const time = () => maybe(dice, () => dice(3));
  const text = () => maybe(dice, () => textOf(dice));
  return {
    state: (['open', 'tried', 'passed'] as const)[dice(3)] ?? 'open',
    tries: dice(3),
    hints: maybe(dice, () => 1 + dice(2)),
    passedAt: time(),
    draft: text(),
    scratch: text(),
    draftAt: time(),
    scratchAt: time(),
    answer: text(),
    answerAt: time(),
  };
}

const someCard = (dice: Dice): ReviewCard => ({
  due: dice(3),
  state: 2,
  stability: 1 + dice(2),
  difficulty: 5,
  reps: dice(3),
  lapses: 0,
  elapsed_days: 1,
  scheduled_days: 1,
  learning_steps: 0,
});

function someProgress(dice: Dice): Progress {
  const record = <T>(make: () => T): Record<string, T> =>
    Object.fromEntries(['x', 'constructor'].flatMap((id) => (dice(4) === 0 ? [] : [[id, make()]])));
  return {
    format: 1,
    exercises: record(() => someExercise(dice)),
    lessons: record(() => ({ read: dice(2) === 0, at: dice(2) })),
    predictions: record(() => ({ choice: textOf(dice), right: dice(2) === 0, at: dice(2) })),
    cards: record(() => someCard(dice)),
    cardTimes: record(() => dice(2)),
  };
}

const alone = (exercise: ExerciseProgress): Progress => ({ ...emptyProgress, exercises: { x: exercise } });

describe('progress of two browsers', () => {
  it('merges the same in either order, in any grouping, and twice as once', () => {
    const dice = makeDice(7);
    for (let round = 0; round < 4_000; round += 1) {
      const [a, b, c] = [someProgress(dice), someProgress(dice), someProgress(dice)];
      const both = mergeProgress(a, b);
      expect(mergeProgress(b, a)).toEqual(both);
      expect(mergeProgress(both, c)).toEqual(mergeProgress(a, mergeProgress(b, c)));
      expect(mergeProgress(both, b)).toEqual(both);
    }
  });

  it.each(['draft', 'scratch', 'answer'] as const)('keeps a %s that has no time, in either order', (kind) => {
    const some = alone({ state: 'open', tries: 0, [kind]: 'an hour of work' });
    const none = alone({ state: 'tried', tries: 1 });
    expect(mergeProgress(some, none).exercises.x?.[kind]).toBe('an hour of work');
    expect(mergeProgress(none, some).exercises.x?.[kind]).toBe('an hour of work');
  });

  it('keeps of two equally old texts the longer one', () => {
    const [short, long] = ['', 'an hour of work'].map((draft) =>
      alone({ state: 'open', tries: 0, draft, draftAt: 3 }),
    );
    if (!short || !long) throw new Error('there are two');
    expect(mergeProgress(short, long).exercises.x?.draft).toBe('an hour of work');
    expect(mergeProgress(long, short).exercises.x?.draft).toBe('an hour of work');
  });
});
