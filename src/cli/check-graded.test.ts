import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_CONFIG } from '../authoring/course-file.ts';
import { courseOf } from '../course/course-config.ts';
import { checkCourseAt } from './check-run.ts';
import { FILES } from './mistakes/graded-course.ts';
import { formatProblem } from './problems.ts';

let root: string;
let lines: readonly string[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planwright-check-'));
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  const [content, exercises, engine] = ['content', 'exercises', 'engine'].map((name) => join(root, name));
  const places = {
    root,
    content: content ?? '',
    exercises: exercises ?? '',
    engine: engine ?? '',
    cache: join(root, '.cache'),
    configFile: NO_CONFIG,
    course: courseOf(undefined),
    problems: [],
  };
  const { problems } = await checkCourseAt(places, { ids: [], figures: false, files: false }, () => {});
  lines = problems.map(formatProblem);
}, 300_000);
afterAll(() => rm(root, { recursive: true }));

describe('what only a database shows, all at once', () => {
  it.each([
    [
      'a seed that fails',
      /^exercises\/_datasets\/broken\/seed\.sql:3:1: the seed fails: column "nope" does not exist\. Fix: mend this/,
    ],
    [
      'a count of rows that is not so',
      /^exercises\/_datasets\/post\/dataset\.yaml:7:28: parcels is said to have 20,001 rows, but has 20,000\. Fix: write rows: 20000\.$/,
    ],
    ['a start that passes', /^exercises\/loose\/start\.sql:1:1: the starting text passes/],
    [
      'a wrong answer that passes',
      /^exercises\/loose\/wrong\/a\.sql:1:1: this wrong answer passes\. Fix: add or tighten/,
    ],
    [
      'a wrong answer that fails for another reason',
      /^exercises\/loose\/wrong\/b\.sql:1:1: “lean” should fail, but it is passed; what fails: seeks failed/,
    ],
    [
      'hidden parameters that are empty',
      /^exercises\/loose\/exercise\.mdx:17:13: the hidden parameters of “lookup” are empty/,
    ],
    [
      'shown values that find nothing',
      /^exercises\/loose\/exercise\.mdx:16:12: the query “lookup” returns no rows for the shown values \[9001\]\. Fix: choose values/,
    ],
    [
      'a check that no wrong answer makes fail',
      /^exercises\/loose\/exercise\.mdx:21:5: no wrong answer makes the check “lean” fail\. Fix: write one/,
    ],
    [
      'another honest answer that fails',
      /^exercises\/tight\/also\/a\.sql:1:1: this answer must pass, but it does not: seeks failed/,
    ],
    [
      'one that cannot be read, once',
      /^exercises\/tight\/also\/b\.sql:1:1: the SQL cannot be read: syntax error at or near "creat"\. Fix: mend the SQL there\.$/,
    ],
    [
      'a budget without a margin',
      /^exercises\/tight\/exercise\.mdx:21:45: check “lean”: the solution takes \d+ kB, and at-most: 230 kB allows 230 kB, which leaves [\d.]+ % of it; at least 10 % has to be left, because .*\. Fix: write at-most: \d+ kB, or more\.$/,
    ],
    [
      'a table too small to flip',
      /^exercises\/small\/exercise\.mdx:19:5: depots is too small for the plan to flip: reading it whole costs the planner [\d.]+, one lookup in an index 8\.44\. Fix: give it at least [\d,]+ rows; it has 200\.$/,
    ],
    [
      'a solution that fails',
      /^exercises\/small\/solution\.sql:1:1: this answer must pass, but it does not: seeks failed/,
    ],
    [
      'a hidden query that fails',
      /^exercises\/failing\/exercise\.mdx:17:13: the hidden query of “lookup” fails: column "nope" does not exist\. Fix: mend it/,
    ],
    [
      'a query that fails, beside it',
      /^exercises\/failing\/exercise\.mdx:18:23: the query “other” fails: relation "parcel" does not exist\. Fix: mend it/,
    ],
    [
      'a setup that fails',
      /^exercises\/setup-fails\/setup\.sql:2:1: setup\.sql fails: division by zero\. Fix: mend it; nothing can be graded before\.$/,
    ],
    [
      'hidden parameters that are too many',
      /^exercises\/wide-hidden\/exercise\.mdx:17:13: the hidden query of “lookup” fails: it returns 2 columns, and the query takes 1 parameter\. Fix: mend it/,
    ],
    [
      'a rule whose SQL fails',
      /^exercises\/bad-rule\/exercise\.mdx:22:\d+: the SQL of the check “rule” fails: column "nope" does not exist\. Fix: mend it/,
    ],
    [
      'writes of a rule that fail',
      /^exercises\/bad-writes\/exercise\.mdx:22:\d+: the writes of the check “rule” fail: invalid input syntax for type integer: "x"\. Fix: mend it/,
    ],
    [
      'an answer that fails while it runs',
      /^exercises\/loose\/also\/late\.sql:4:1: this answer must pass, but it does not: SQL error: relation "parcels_carrier_id_idx" already exists/,
    ],
    [
      'a table that is not there, whose inserts would be measured',
      /^exercises\/no-such-table\/exercise\.mdx:22:43: check “cost” is about the table “parcel”, which the dataset post lacks\. Fix: write parcels/,
    ],
    [
      'an extension that is not there, of an exercise',
      /^exercises\/no-such-extension\/exercise\.mdx:11:14: there is no extension “pg_trgn” here\. Fix: write pg_trgm\.$/,
    ],
    [
      'an extension that is not there, of a lesson',
      /^content\/indexing\/extension\.mdx:7:1: there is no extension “pg_trgn” here\. Fix: write pg_trgm\.$/,
    ],
    [
      'a fault of the tool in one exercise',
      /^exercises\/crashing\/exercise\.mdx:1:1: checking it ended in a fault of Planwright’s: crashed: reading the catalog failed: relation "public\.gone" does not exist\. Fix: check it again; where it comes back, report it/,
    ],
    [
      'a claim that is false',
      /^content\/indexing\/claims\.mdx:13:1: block “wrong-claim”: .*\. Fix: mend the SQL, or the claim/,
    ],
    [
      'a block that errors',
      /^content\/indexing\/claims\.mdx:21:8: block “no-column”: .*column "nothing" does not exist.*Fix: mend the SQL, or claim the error/,
    ],
  ])('%s', (_, message) => {
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it.each([
    ['exercises/tight/', 3],
    ['exercises/no-such-table/', 1],
    ['exercises/no-such-extension/', 1],
    ['exercises/crashing/', 1],
    ['content/indexing/no-data.mdx', 0],
    ['exercises/setup-fails/', 1],
    ['exercises/wide-hidden/', 1],
    ['exercises/bad-rule/', 1],
    ['exercises/bad-writes/', 1],
    ['exercises/unread-writes/', 1],
    ['content/indexing/extension.mdx', 1],
  ])('and nothing else of %s', (file, count) => {
    expect(lines.filter((line) => line.startsWith(file))).toHaveLength(count);
  });
});
