import { describe, expect, it } from 'vitest';
import { type CoursePage, pageToGoOnWith } from './go-on.ts';
import { emptyProgress, type Progress, withAttempt, withDraft, withLesson } from './progress.ts';

const pages: readonly CoursePage[] = [
  { kind: 'lesson', id: 'a/one' },
  { kind: 'lesson', id: 'a/two' },
  { kind: 'exercise', id: 'first' },
  { kind: 'exercise', id: 'second' },
  { kind: 'lesson', id: 'b/three' },
];
const goOn = (...changes: ((before: Progress) => Progress)[]) =>
  pageToGoOnWith(
    changes.reduce((progress, change) => change(progress), emptyProgress),
    pages,
  )?.id;

const read = (id: string, at: number) => (before: Progress) => withLesson(before, id, true, at);
const wrote = (id: string, at: number) => (before: Progress) => withDraft(before, id, { draft: 'x' }, at);
const passed = (id: string, at: number) => (before: Progress) => withAttempt(before, id, true, at, 'x');

describe('pageToGoOnWith', () => {
  it('is nowhere on a first visit', () => expect(goOn()).toBeUndefined());

  it('is the lesson after the one read last, across modules', () => {
    expect(goOn(read('a/one', 1))).toBe('a/two');
    expect(goOn(read('a/one', 1), read('a/two', 2))).toBe('b/three');
  });

  it('is the exercise that was left last', () => {
    expect(goOn(read('a/one', 1), wrote('second', 2), wrote('first', 3))).toBe('first');
  });

  it('is the next exercise once one is passed', () => {
    expect(goOn(read('a/one', 1), wrote('first', 2), passed('first', 3))).toBe('second');
  });

  it('is the lesson where that was later than the exercise', () => {
    expect(goOn(wrote('first', 1), read('a/one', 2))).toBe('a/two');
  });

  it('is nowhere where all that follows is done', () => {
    expect(goOn(read('b/three', 1))).toBeUndefined();
    expect(goOn(passed('second', 1), passed('first', 2))).toBeUndefined();
  });
});
