import { describe, expect, it } from 'vitest';
import {
  answersFileName,
  answersOf,
  MOST_FILE_BYTES,
  parseAnswers,
  toHandIn,
  writeAnswersFile,
} from './answers.ts';
import { writeProgressFile } from './file.ts';
import { mergeProgress } from './merge.ts';
import { emptyProgress, withAttempt, withDraft } from './progress.ts';

const tried = withDraft(withAttempt(emptyProgress, 'b', false, 1, 'wrong'), 'b', { draft: 'draft of b' }, 2);
const progress = withDraft(withAttempt(tried, 'a', true, 3, 'right'), 'a', { draft: 'later mess' }, 4);

describe('what is handed in', () => {
  it('is the text that passed, else the editor’s', () => {
    expect(answersOf(progress)).toEqual([
      { exercise: 'a', sql: 'right' },
      { exercise: 'b', sql: 'draft of b' },
    ]);
  });

  it('holds SQL and a name, and nothing that says what passed or when', () => {
    const text = writeAnswersFile(progress, ' Ada ');
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(['answers', 'format', 'kind', 'learner']);
    expect(text).not.toMatch(/passed|tried|tries|state|draft"|At"/);
    expect(parseAnswers(text)).toEqual({
      kind: 'ok',
      file: { learner: 'Ada', answers: answersOf(progress), tooLong: [] },
    });
  });

  it('comes out of a whole progress file as well, without its verdicts', () => {
    const read = parseAnswers(`\uFEFF${writeProgressFile(progress)}`);
    expect(read).toEqual({ kind: 'ok', file: { learner: '', answers: answersOf(progress), tooLong: [] } });
  });

  it('keeps the later of two passing texts, whichever way progress is merged', () => {
    const [a, b] = [
      withAttempt(emptyProgress, 'x', true, 1, 'old'),
      withAttempt(emptyProgress, 'x', true, 9, 'new'),
    ];
    expect(answersOf(mergeProgress(a, b))).toEqual([{ exercise: 'x', sql: 'new' }]);
    expect(mergeProgress(a, b)).toEqual(mergeProgress(b, a));
  });

  it('leaves out a text that is too long to be read, by name, and hands in the rest', () => {
    const long = 'x'.repeat(100_001);
    const more = withDraft(progress, 'c', { draft: long }, 5);
    expect(toHandIn(more)).toEqual({ answers: answersOf(progress), leftOut: ['c'] });
    const written = parseAnswers(writeAnswersFile(more, 'Ada'));
    expect(written).toEqual({
      kind: 'ok',
      file: { learner: 'Ada', answers: answersOf(progress), tooLong: [] },
    });
    const whole = parseAnswers(writeProgressFile(more));
    const tooLong = [{ exercise: 'c', sql: long }];
    expect(whole).toEqual({ kind: 'ok', file: { learner: '', answers: answersOf(progress), tooLong } });
    const theirs = { format: 1, kind: 'planwright-answers', learner: '', answers: answersOf(more) };
    expect(parseAnswers(JSON.stringify(theirs))).toEqual(whole);
  });

  it('fits into a file that is read: what passed goes first, and the longest drafts stay behind', () => {
    let more = withAttempt(emptyProgress, 'passed', true, 1, '数'.repeat(90_000));
    for (let at = 0; at < 20; at += 1) {
      more = withDraft(more, `draft-${at}`, { draft: '数'.repeat(40_000 + at) }, 2);
    }
    const { answers, leftOut } = toHandIn(more);
    expect(answers.map(({ exercise }) => exercise)).toContain('passed');
    expect(answers.map(({ exercise }) => exercise)).toContain('draft-0');
    expect(leftOut).toContain('draft-19');
    expect(answers.length + leftOut.length).toBe(21);
    const file = writeAnswersFile(more, 'ü'.repeat(300));
    expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(MOST_FILE_BYTES);
    expect(parseAnswers(file)).toMatchObject({ kind: 'ok', file: { answers } });
  });

  it('is named after the learner, in letters that any file system takes', () => {
    const day = new Date('2026-11-20T12:00:00Z');
    expect(answersFileName('Zoë  O’Neil / ../x', day)).toBe(
      'planwright-answers-zoe-o-neil-x-2026-11-20.json',
    );
    expect(answersFileName('李雷', day)).toBe('planwright-answers-2026-11-20.json');
  });

  it.each([
    ['', 'it is not JSON'],
    ['[]', 'it is no file of this site'],
    ['3', 'it holds no answers'],
    ['{"kind":"other"}', /is not as this site writes it/],
    ['{"format":2,"kind":"planwright-answers"}', 'it was written by a newer version'],
    [
      '{"format":1,"kind":"planwright-answers","learner":"x","answers":[{"exercise":"a"}]}',
      /answers\.0\.sql/,
    ],
    [`{"format":1,"kind":"planwright-answers","learner":"${'x'.repeat(300)}","answers":[]}`, /learner/],
    ['['.repeat(200_000), 'it is not JSON'],
  ])('refuses %.60s with a reason', (text, why) => {
    const read = parseAnswers(text);
    if (read.kind !== 'unreadable') throw new Error('it was read');
    expect(read.why).toMatch(why);
  });
});
