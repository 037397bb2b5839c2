import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_CONTENTS, writeHostileFiles, writeOddEntries } from './hostile-files.ts';
import { collectResults, labelOf } from './results.ts';
import { readSubmissions, type Submission } from './submissions.ts';
import { unjudged } from './verdict.ts';
import { writeCsv } from './write-csv.ts';
import { writeHtml } from './write-html.ts';
import { writeJson } from './write-json.ts';

const head = { course: 'A <course>', at: new Date(0) };
const nobody = { verdicts: new Map(), titles: new Map(), given: new Map(), graded: 0, kept: 0 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planwright-class-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('1,000 files that are no answers', () => {
  let expected: readonly string[];
  let submissions: readonly Submission[];
  beforeAll(async () => {
    expected = [...(await writeHostileFiles(folder, 1000)), ...(await writeOddEntries(folder))];
    submissions = await readSubmissions(folder);
  });

  it('have a line each, with a reason', () => {
    expect(expected.length).toBeGreaterThan(1000);
    expect(submissions.map(({ file }) => file).sort()).toEqual([...expected].sort());
    expect(submissions.filter(({ why, answers }) => !why || answers.length > 0)).toEqual([]);
  });

  it('are told apart', () => {
    const reasons = new Set(submissions.map(({ why }) => why?.replace(/[\d.]+/g, 'n')));
    expect(reasons.size).toBeGreaterThan(8);
    expect(HOSTILE_CONTENTS).toBeGreaterThan(20);
  });

  it('make a table and a report in which nothing is carried out', () => {
    const results = collectResults('none', submissions, nobody, []);
    const csv = [...writeCsv(results)].join('');
    const rows = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
    expect(rows).toHaveLength(expected.length + 1);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const page = [...writeHtml(results, head)].join('');
    expect(page).not.toMatch(/<img|<script|\u202E/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

describe('a file with a text that is too long', () => {
  const LONG = 'x'.repeat(120_000);
  const learner = {
    format: 1,
    exercises: {
      long: { state: 'tried', tries: 1, draft: LONG },
      short: { state: 'passed', tries: 1, answer: 'select 1' },
    },
    lessons: {},
    predictions: {},
  };

  it('has its other answers graded, and a line that says which one is not', async () => {
    const root = join(folder, 'too-long');
    await mkdir(root);
    await writeFile(join(root, 'a.json'), JSON.stringify(learner));
    const [submission] = await readSubmissions(root);
    expect(submission?.why).toBeUndefined();
    expect(submission?.answers).toMatchObject([
      { exercise: 'short', sql: 'select 1' },
      {
        exercise: 'long',
        sql: LONG,
        unread: expect.stringMatching(/120,000 characters.*20,000 are the most/),
      },
    ]);
  });

  it('says which ones are too long where there is no other', async () => {
    const root = join(folder, 'only-long');
    await mkdir(root);
    const { long } = learner.exercises;
    await writeFile(join(root, 'a.json'), JSON.stringify({ ...learner, exercises: { long } }));
    expect(await readSubmissions(root)).toMatchObject([{ why: expect.stringMatching(/too long.*: long$/) }]);
  });
});

describe('files of somebody else’s system', () => {
  const text = (learner: string) =>
    JSON.stringify({
      format: 1,
      kind: 'planwright-answers',
      learner,
      answers: [{ exercise: 'e', sql: 's' }],
    });
  /** Writes files under names that are bytes. False where the system takes none that are not UTF-8. */
  const write = (at: string, names: readonly Buffer[], content: string | Buffer) =>
    Promise.all(names.map((name) => writeFile(Buffer.concat([Buffer.from(`${at}/`), name]), content))).then(
      () => true,
      () => false,
    );
  let at: string;
  beforeAll(async () => {
    at = await mkdtemp(join(tmpdir(), 'planwright-names-'));
  });
  afterAll(() => rm(at, { recursive: true }));

  it('are read under names that are not UTF-8, as an archive from Windows has them', async () => {
    const names = [Buffer.from('M\xfcller.json', 'latin1'), Buffer.from('caf\xe9.json', 'latin1')];
    if (!(await write(at, names, text('Ada')))) return;
    const read = await readSubmissions(at);
    expect(read.map(({ file, why }) => [file, why])).toEqual([
      ['Müller.json', undefined],
      ['café.json', undefined],
    ]);
  });

  it('are read where an editor has saved them in UTF-16', async () => {
    await write(at, [Buffer.from('wide.json')], Buffer.from(`\uFEFF${text('Gödel')}`, 'utf16le'));
    const wide = (await readSubmissions(at)).find(({ file }) => file === 'wide.json');
    expect(wide).toMatchObject({ learner: 'Gödel', answers: [{ exercise: 'e', sql: 's' }] });
  });

  it('are read in folders in folders, and an empty folder has a line', async () => {
    const deep = Array.from({ length: 30 }, (_, level) => `level ${level}`).join('/');
    await mkdir(join(at, deep), { recursive: true });
    await mkdir(join(at, 'nobody.json'));
    await writeFile(join(at, deep, 'hand in.json'), text('Deep'));
    await mkdir(join(at, deep, 'a', 'b', 'c'), { recursive: true });
    const read = new Map((await readSubmissions(at)).map((one) => [one.file, one]));
    expect(read.get(`${deep}/hand in.json`)?.learner).toBe('Deep');
    expect(read.get('nobody.json')?.why).toBe('it is an empty folder');
    expect(read.get(`${deep}/a/b`)?.why).toMatch(/lies too deep/);
  });
});

describe('what strangers wrote', () => {
  it('cannot get out of its cell, its line or its page', () => {
    const evil = `=HYPERLINK("x")\r\n"},<script>alert('1')</script>\u202Etxt\u0000`;
    const answers = [{ exercise: evil, sql: evil, key: evil }];
    const handedIn: Submission = { file: `${evil}.json`, learner: evil, answers };
    const verdicts = new Map([[evil, unjudged('sql-error', evil)]]);
    const results = collectResults('none', [handedIn], { ...nobody, verdicts }, []);
    const rows = Papa.parse<string[]>([...writeCsv(results)].join(''), { skipEmptyLines: true }).data;
    expect(rows).toHaveLength(2);
    expect(rows[1]?.every((cell) => !/^[=+\-@]/.test(cell))).toBe(true);
    const page = [...writeHtml(results, head)].join('');
    expect(page).not.toMatch(/<script|\u202E|\0/);
    expect(page).toContain('‹U+202E›');
    expect(JSON.parse([...writeJson(results)].join(''))).toEqual(results);
  });

  it('is shown as a label of bounded length', () => {
    expect(labelOf(` a\u202E\n\tb\u200B  c `)).toBe('a b c');
    expect(labelOf('x'.repeat(1000))).toHaveLength(120);
  });
});
