import { describe, expect, it } from 'vitest';
import { adopted, appended, beginWith, replaced, saved, takenBack, written } from './draft-state.ts';

const begun = beginWith({ answer: 'start', scratch: 'notes' });
const mine = written(begun, 'answer', 'mine');

describe('the texts of an exercise', () => {
  it('leaves the editor alone where the reader types', () => {
    expect(mine).toMatchObject({ texts: { answer: 'mine', scratch: 'notes' }, revision: begun.revision });
    expect(written(mine, 'answer', 'mine')).toBe(mine);
  });

  it('keeps aside what it replaces, and gives it back', () => {
    const over = replaced(mine, 'answer', 'start');
    expect(over).toMatchObject({ texts: { answer: 'start' }, aside: { answer: 'mine' } });
    expect(over.revision).toBeGreaterThan(mine.revision);
    const back = takenBack(over, 'answer');
    expect(back.texts).toEqual(mine.texts);
    expect(back.aside).toEqual({});
    expect(back.revision).toBeGreaterThan(over.revision);
    expect(takenBack(mine, 'answer')).toBe(mine);
    expect(takenBack(over, 'scratch')).toBe(over);
  });

  it('keeps the reader’s own text aside, and not what was put in its place', () => {
    const runs = replaced(replaced(mine, 'answer', 'run A'), 'answer', 'run B');
    expect(takenBack(runs, 'answer').texts.answer).toBe('mine');
  });

  it('keeps a text aside for each tab', () => {
    const both = replaced(replaced(mine, 'answer', 'start'), 'scratch', 'run A');
    expect(takenBack(both, 'scratch')).toMatchObject({
      texts: { scratch: 'notes' },
      aside: { answer: 'mine' },
    });
    expect(takenBack(both, 'answer').texts).toEqual({ answer: 'mine', scratch: 'run A' });
  });

  it('appends to a text, which replaces nothing', () => {
    const over = appended(replaced(mine, 'answer', 'start'), 'scratch', 'select 1;');
    expect(over.texts.scratch).toBe('notes\n\nselect 1;');
    expect(over.aside).toEqual({ answer: 'mine' });
    expect(over.unsaved).toContain('scratch');
    expect(over.revision).toBeGreaterThan(mine.revision);
  });

  it('lets go of what was set aside when something else is written, and not before', () => {
    const over = replaced(mine, 'answer', 'start');
    expect(written(over, 'answer', 'start').aside).toEqual({ answer: 'mine' });
    expect(written(over, 'answer', 'start, and more').aside).toEqual({});
    expect(written(over, 'scratch', 'tried').aside).toEqual(over.aside);
  });

  it('takes over what is kept of the texts that nobody writes here', () => {
    const kept = { answer: 'theirs', scratch: 'theirs' };
    expect(adopted(mine, kept).texts).toEqual({ answer: 'mine', scratch: 'theirs' });
    expect(adopted(saved(mine), kept).texts).toEqual(kept);
    expect(adopted(saved(mine), kept).revision).toBeGreaterThan(mine.revision);
    expect(adopted(mine, { answer: 'theirs', scratch: 'notes' })).toBe(mine);
  });

  it('knows each text that is not saved once', () => {
    expect(written(written(mine, 'scratch', 'a'), 'answer', 'b').unsaved).toEqual(['scratch', 'answer']);
    expect(saved(mine).unsaved).toEqual([]);
  });
});
