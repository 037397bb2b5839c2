import { describe, expect, it } from 'vitest';
import { mergeProgress } from './merge.ts';
import { emptyProgress, withAttempt, withDraft, withHints, withLesson, withPrediction } from './progress.ts';

describe('progress', () => {
  it('stays passed after a later failure, and counts tries', () => {
    const passed = withAttempt(withAttempt(emptyProgress, 'a', false, 1), 'a', true, 2);
    expect(withAttempt(passed, 'a', false, 3).exercises.a).toEqual({
      state: 'passed',
      tries: 3,
      passedAt: 2,
    });
  });

  it('keeps a draft when an attempt is recorded, and the other way round', () => {
    const before = withDraft(emptyProgress, 'a', { draft: 'select 1' }, 1);
    const after = withDraft(withAttempt(before, 'a', true, 2), 'a', { scratch: '-- x' }, 3);
    expect(after.exercises.a).toMatchObject({ draft: 'select 1', scratch: '-- x', state: 'passed' });
  });

  it('merges the answer and the scratch text apart, each by its own time', () => {
    const answer = withDraft(emptyProgress, 'x', { draft: 'an hour of work' }, 5);
    const scratch = withDraft(
      withDraft(emptyProgress, 'x', { draft: 'start' }, 1),
      'x',
      { scratch: '-- y' },
      9,
    );
    const merged = mergeProgress(answer, scratch);
    expect(merged).toEqual(mergeProgress(scratch, answer));
    expect(merged.exercises.x).toMatchObject({
      draft: 'an hour of work',
      draftAt: 5,
      scratch: '-- y',
      scratchAt: 9,
    });
  });

  it('keeps open what hints were opened, whichever way it is merged', () => {
    const [two, one] = [withHints(emptyProgress, 'x', 2), withHints(emptyProgress, 'x', 1)];
    expect(mergeProgress(two, one)).toEqual(mergeProgress(one, two));
    expect(mergeProgress(one, two).exercises.x).toEqual({ state: 'open', tries: 0, hints: 2 });
  });

  it('reads a scratch text of before the two were kept apart', () => {
    const old = { state: 'open', tries: 0, draft: 'a', scratch: '-- old', draftAt: 4 } as const;
    const merged = mergeProgress(
      { ...emptyProgress, exercises: { x: old } },
      withDraft(emptyProgress, 'x', { scratch: '-- new' }, 3),
    );
    expect(merged.exercises.x).toMatchObject({ draft: 'a', scratch: '-- old' });
  });

  it('lets the later text win, also over one of a clock that was ahead', () => {
    const ahead = withDraft(emptyProgress, 'x', { draft: 'old', scratch: '-- old' }, 9e12);
    const later = withDraft(ahead, 'x', { draft: 'new', scratch: '-- new' }, 5);
    expect(mergeProgress(ahead, later).exercises.x).toMatchObject({ draft: 'new', scratch: '-- new' });
  });

  it('lets the later mark and the later prediction win, also over those of a clock that was ahead', () => {
    const ahead = withPrediction(withLesson(emptyProgress, 'm/l', true, 9e12), 'm/l#p', '1', false, 9e12);
    const later = withPrediction(withLesson(ahead, 'm/l', false, 5), 'm/l#p', '2', true, 5);
    for (const merged of [mergeProgress(ahead, later), mergeProgress(later, ahead)]) {
      expect(merged.lessons['m/l']?.read).toBe(false);
      expect(merged.predictions['m/l#p']).toMatchObject({ choice: '2', right: true });
    }
  });

  it('merges the same in either order', () => {
    const a = withLesson(
      withDraft(withAttempt(emptyProgress, 'x', true, 5), 'x', { draft: 'old' }, 6),
      'm/l',
      true,
      9,
    );
    const b = withPrediction(
      withDraft(withAttempt(emptyProgress, 'x', false, 1), 'x', { draft: 'new' }, 8),
      'm/l#p',
      '2',
      false,
      3,
    );
    const withLater = withLesson(b, 'm/l', false, 10);
    expect(mergeProgress(a, withLater)).toEqual(mergeProgress(withLater, a));
    const merged = mergeProgress(a, withLater);
    expect(merged.exercises.x).toEqual({ state: 'passed', tries: 1, passedAt: 5, draft: 'new', draftAt: 8 });
    expect(merged.lessons['m/l']?.read).toBe(false);
  });

  it('survives ids that are names of Object members', () => {
    const odd = withAttempt(emptyProgress, 'constructor', true, 1);
    expect(mergeProgress(odd, emptyProgress).exercises.constructor).toEqual({
      state: 'passed',
      tries: 1,
      passedAt: 1,
    });
  });
});
