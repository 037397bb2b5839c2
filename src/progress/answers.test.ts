import { describe, expect, it } from 'vitest';
import { answersFileName, answersOf, parseAnswers, writeAnswersFile } from './answers.ts';
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
      file: { learner: 'Ada', answers: answersOf(progress) },
    });
  });

  it('comes out of a whole progress file as well, without its verdicts', () => {
    const read = parseAnswers(`\uFEFF${writeProgressFile(progress)}`);
    expect(read).toEqual({ kind: 'ok', file: { learner: '', answers: answersOf(progress) } });
  });

  it('keeps the later of two passing texts, whichever way progress is merged', () => {
    const [a, b] = [
      withAttempt(emptyProgress, 'x', true, 1, 'old'),
      withAttempt(emptyProgress, 'x', true, 9, 'new'),
    ];
    expect(answersOf(mergeProgress(a, b))).toEqual([{ exercise: 'x', sql: 'new' }]);
    expect(mergeProgress(a, b)).toEqual(mergeProgress(b, a));
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
