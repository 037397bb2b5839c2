import { describe, expect, it } from 'vitest';
import { importProgress, writeProgressFile } from './file.ts';
import { emptyProgress, parseProgress, withAttempt, withDraft } from './progress.ts';

const CARD = {
  due: 1,
  state: 2,
  stability: 1,
  difficulty: 5,
  reps: 1,
  lapses: 0,
  elapsed_days: 1,
  scheduled_days: 1,
  learning_steps: 0,
};

describe('the file', () => {
  it('takes a card that is as expected', () => {
    expect(parseProgress(JSON.stringify({ ...emptyProgress, cards: { a: CARD } })).kind).toBe('ok');
  });

  it('comes back as it went out', () => {
    const progress = withDraft(withAttempt(emptyProgress, 'a', true, 1), 'a', { draft: '-- ü\n"' }, 2);
    expect(parseProgress(writeProgressFile(progress))).toEqual({ kind: 'ok', progress });
  });

  it('adds to what is here', () => {
    const here = withAttempt(emptyProgress, 'a', true, 1);
    const file = writeProgressFile(withAttempt(emptyProgress, 'b', true, 2));
    const imported = importProgress(here, file);
    expect(imported.kind).toBe('ok');
    expect(imported.message).toBe('Added the file: 1 more exercise passed, 2 in all.');
  });

  it.each([
    { exercises: { a: { state: 'passed', tries: 1, passedAt: 1e300 } } },
    { exercises: { a: { state: 'open', tries: 0, draft: 'x', draftAt: -1e300 } } },
    { lessons: { 'm/l': { read: true, at: 1e300 } } },
    { cards: { a: { ...CARD, due: 1e300 } } },
    { cards: { a: { ...CARD, stability: 1e300 } } },
  ])('refuses instants that no date can be made of: %j', (part) => {
    const file = JSON.stringify({ ...emptyProgress, ...part });
    expect(importProgress(emptyProgress, file).message).toContain('is not as expected');
  });

  it.each(['', 'null', '{"format":99}', '{"exercises":{}}'])('refuses %j and changes nothing', (text) => {
    expect(importProgress(emptyProgress, text).kind).toBe('refused');
  });
});
