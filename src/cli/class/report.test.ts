import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectResults } from './results.ts';
import { readSubmissions, type Submission } from './submissions.ts';
import { unjudged, type Verdict, verdictOf } from './verdict.ts';
import { writeHtml } from './write-html.ts';

/** Noon of that day in whichever zone the tests run. */
const head = { course: 'A <course>', at: new Date(1970, 0, 1, 12) };
const nobody = { verdicts: new Map(), titles: new Map(), given: new Map(), graded: 0, kept: 0 };

const submission = (learner: string, sql: string, exercise = 'e'): Submission => ({
  file: `${learner}.json`,
  learner,
  answers: [{ exercise, sql, key: sql }],
});

describe('files without a name', () => {
  const answersFile = JSON.stringify({
    format: 1,
    kind: 'planwright-answers',
    learner: ' ',
    answers: [{ exercise: 'e', sql: 's' }],
  });
  let at: string;
  beforeAll(async () => {
    at = await mkdtemp(join(tmpdir(), 'planwright-nameless-'));
    const give = async (path: string, text: string) => {
      await mkdir(join(at, dirname(path)), { recursive: true });
      await writeFile(join(at, path), text);
    };
    await give('Gus/planwright-answers-2026-11-21.json', answersFile);
    await give('Ida/mine.json', answersFile);
    await give('Joe Doe_123_assignsubmission_file/mine.json', answersFile);
    await give('week 1/kim.json', answersFile);
    await give('week 1/lea.json', answersFile);
    await give('mo.json', answersFile);
    const progress = { format: 1, exercises: {}, lessons: {}, predictions: {} };
    await give('progress/empty.json', JSON.stringify(progress));
    const exercises = { e: { state: 'passed', tries: 1, answer: 'select 1' } };
    await give('Nan/planwright-progress.json', JSON.stringify({ ...progress, exercises }));
  });
  afterAll(() => rm(at, { recursive: true }));

  it('are called by their folder, else by the file', async () => {
    const names = (await readSubmissions(at)).filter(({ why }) => !why).map(({ learner }) => learner);
    expect(names).toEqual(['Gus', 'Ida', 'Joe Doe', 'Nan', 'mo', 'kim', 'lea']);
  });

  it('may be progress files: the answers are taken out, and where there is none it says what is wanted', async () => {
    const read = new Map((await readSubmissions(at)).map((one) => [one.file, one]));
    expect(read.get('Nan/planwright-progress.json')?.answers).toMatchObject([{ sql: 'select 1' }]);
    expect(read.get('progress/empty.json')?.why).toMatch(/progress file.*“Export answers”/);
  });
});

describe('the report', () => {
  const check = (id: string) => ({ id, title: id, state: 'passed', message: '' }) as const;
  const passed = { ...unjudged('passed', ''), checks: ['a', 'b', 'unchanged'].map(check) };
  const verdicts = new Map<string, Verdict>([
    ['right', passed],
    ['wrong', unjudged('failed', '')],
    ['gone', unjudged('unknown-exercise', '')],
  ]);
  const mine = submission('Ada', 'right');
  const answers = [...mine.answers, { exercise: 'old', sql: 'gone', key: 'gone' }];
  const titles = new Map([['e', 'An exercise']]);
  const handed = [{ ...mine, answers }, submission('Bob', 'wrong')];
  const results = collectResults('none', handed, { ...nobody, verdicts, titles }, []);
  const page = [...writeHtml(results, head)].join('');

  it('names the course and the day', () => {
    expect(page).toContain('<h1>A &lt;course&gt;: the class, graded</h1>');
    expect(page).toContain(`<time datetime="${head.at.toISOString()}">1 January 1970, 12:00</time>`);
  });

  it('counts each exercise, and none that is not here', () => {
    expect(page).toMatch(/Passed, of those handed in<\/th><td>1 of 2<\/td><td>1 of 2<\/td>/);
    expect(page).toMatch(/Ada.*: 1 of 1 passed/);
  });

  it('counts what Planwright adds by itself', () => {
    expect(page).toContain('2 of 2 checks, and 1 of 1 of Planwright’s own');
  });
});

it('a table that does not exist is the learner’s SQL error, and one of the system’s is refused', () => {
  const outcome = (message: string) =>
    verdictOf({
      format: 1,
      exercise: 'e',
      engine: '',
      passed: false,
      refusal: { kind: 'gate', rule: 'unknown-table', message, start: 0, end: 0 },
      checks: [],
      findings: [],
      ms: 0,
    }).outcome;
  expect(outcome('ordrs is none of the dataset’s tables (orders).')).toBe('sql-error');
  expect(outcome('pg_authid is none of the dataset’s tables (orders).')).toBe('refused');
});
