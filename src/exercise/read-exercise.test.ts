import { describe, expect, test } from 'vitest';
import { readExercise } from './read-exercise.ts';

const FRONT = `---
format: 1
title: One customer's orders
summary: The order page reads the whole table for one customer.
module: indexing
order: 10
difficulty: 1
minutes: 5
concepts: [b-tree, equality]
dataset: shop
task: tune
allow: [create-index]
workload:
  - id: by-customer
    sql: select id from orders where customer_id = $1 and note <> '$2'
    shown: [[42]]
    hidden: select 7
checks:
  - { id: seeks, kind: access, of: by-customer, table: orders, via: index }
  - { id: pages, kind: buffers, of: by-customer, at-most: 5%, than: start }
misconceptions: [wrong-leading-column]
---

Make it fast.
`;

const WRONG =
  '-- fails: seeks, pages\n-- misconception: wrong-leading-column\ncreate index on orders (id);\n';

const FILES: Readonly<Record<string, string>> = {
  'exercise.mdx': FRONT,
  'start.sql': '',
  'solution.sql': 'create index on orders (customer_id);',
  'also/hash.sql': 'create index on orders using hash (customer_id);',
  'wrong/a.sql': WRONG,
  'wrong/b.sql': '-- fails: gate\nset enable_seqscan = off;',
  'wrong/c.sql': '-- Fails: unchanged\n-- because it deletes\ndelete from orders;',
};

function read(changes: Readonly<Record<string, string | undefined>> = {}, id = 'one-customers-orders') {
  const files = Object.entries({ ...FILES, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return readExercise(new Map(files), id);
}

/** The mistakes as `file:line: what. Fix: how`. */
function mistakes(changes: Readonly<Record<string, string | undefined>>, id?: string): readonly string[] {
  const result = read(changes, id);
  return result.kind === 'ok'
    ? []
    : result.errors.map(({ file, line, what, fix }) => `${file}:${line}: ${what}. Fix: ${fix}`);
}

function front(from: string, to: string): readonly string[] {
  expect(FRONT).toContain(from);
  return mistakes({ 'exercise.mdx': FRONT.replace(from, to) });
}

test('a right folder is an exercise', () => {
  const result = read({ 'setup.sql': 'select 1' });
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result.errors));
  const { exercise } = result;
  expect(exercise).toMatchObject({ id: 'one-customers-orders', setup: 'select 1', start: '' });
  expect(exercise.spec).toMatchObject({ extensions: [], hints: [], task: 'tune', allow: ['create-index'] });
  expect(exercise.also.map(({ name }) => name)).toEqual(['hash']);
  expect(exercise.wrong.map(({ name, fails, misconceptions }) => [name, fails, misconceptions])).toEqual([
    ['a', ['seeks', 'pages'], ['wrong-leading-column']],
    ['b', ['gate'], []],
    ['c', ['unchanged'], []],
  ]);
});

describe('files', () => {
  test('missing, misplaced and empty ones', () => {
    const changes = { 'solution.sql': undefined, 'also/Bad Name.sql': 'x', 'also/hash.sql': ' \n' };
    expect(mistakes(changes)).toEqual([
      'solution.sql:1: this file is missing. Fix: add it; an exercise has exercise.mdx, start.sql and solution.sql',
      expect.stringMatching(/^also\/Bad Name\.sql:1: this file has no place/),
      'also/hash.sql:1: this file is empty. Fix: write the SQL, or remove the file',
    ]);
  });

  test('no front matter, no task, a folder that is no id', () => {
    expect(mistakes({ 'exercise.mdx': 'Hello' })).toEqual([
      'exercise.mdx:1: there is no front matter. Fix: begin the file with ---, keys, and ---',
    ]);
    expect(mistakes({ 'exercise.mdx': FRONT.replace('Make it fast.\n', '') })[0]).toMatch(/there is no task/);
    expect(mistakes({}, 'Orders')[0]).toMatch(/“Orders”, is no id/);
  });

  test('wrong answers say what must fail, and name what there is', () => {
    expect(mistakes({ 'wrong/a.sql': 'create index on orders (id);' })).toEqual([
      'wrong/a.sql:1: the first line does not say which check must fail. Fix: begin the file with: -- fails: <check-id>',
      'exercise.mdx:2: there are 2 wrong answers. Fix: write at least 3 in wrong/',
    ]);
    expect(mistakes({ 'wrong/a.sql': WRONG.replace('seeks', 'seek').replace('leading', 'first') })).toEqual([
      'wrong/a.sql:1: “seek” is no check of this exercise. Fix: write seeks',
      expect.stringMatching(/^wrong\/a\.sql:1: “wrong-first-column” is not among the misconceptions/),
    ]);
  });
});

describe('front matter', () => {
  test('unknown keys are told the nearest, at their own line', () => {
    expect(front('difficulty: 1', 'dificulty: 1')).toEqual([
      'exercise.mdx:2: “difficulty” is missing. Fix: add difficulty: with a value',
      'exercise.mdx:7: “dificulty” is no key. Fix: write “difficulty”',
    ]);
    expect(front('table: orders, via', 'tabel: orders, via')).toEqual([
      'exercise.mdx:19: “table” is missing in the first check (“seeks”). Fix: add table: with a value',
      'exercise.mdx:19: “tabel” is no key of the first check (“seeks”). Fix: write “table”',
    ]);
    expect(front('    hidden: select 7', '    hidden: select 7\n    zzz: 1')[0]).toMatch(
      /^exercise\.mdx:18: “zzz” is no key of the first query \(“by-customer”\)\. Fix: take it out; known here: id, sql, shown, hidden$/,
    );
  });

  test('values', () => {
    expect(front('task: tune', 'task: tun')).toEqual([
      'exercise.mdx:11: task cannot be “tun”. Fix: write tune',
    ]);
    expect(front('kind: access', 'kind: acess')).toEqual([
      'exercise.mdx:19: kind of the first check (“seeks”) cannot be “acess”. Fix: write access',
    ]);
    expect(front('allow: [create-index]', 'allow: [create-indx]')[0]).toMatch(/Fix: write create-index$/);
    expect(front('at-most: 5%, than', 'at-most: five, than')[0]).toMatch(
      /^exercise\.mdx:20: at-most of the second check \(“pages”\): a percentage, such as 5%. Fix: change it; it is “five” now$/,
    );
    expect(front('at-most: 5%, than: start', 'at-most: 5%')[0]).toMatch(/needs `than: start`/);
    expect(front('minutes: 5', 'minutes: soon')[0]).toMatch(/^exercise\.mdx:8: minutes: takes a number/);
  });

  test('YAML that cannot be read', () => {
    expect(front('title: One', 'title: : One')[0]).toMatch(/^exercise\.mdx:3: the YAML cannot be read: /);
  });
});

describe('what does not fit together', () => {
  test('references and repeats', () => {
    expect(front('kind: access, of: by-customer', 'kind: access, of: by-custmer')).toEqual([
      'exercise.mdx:19: check “seeks” is about “by-custmer”, which is no query. Fix: write by-customer',
    ]);
    expect(front('id: pages', 'id: seeks')[0]).toBe(
      'exercise.mdx:20: checks: a second “seeks”. Fix: give it a name of its own',
    );
  });

  test('parameters', () => {
    expect(front('shown: [[42]]', 'shown: [[42], [1, 2]]')).toEqual([
      'exercise.mdx:16: query “by-customer” takes 1 parameter, but this row has 2. Fix: write 1 value in each row',
    ]);
    expect(front('    hidden: select 7\n', '')[0]).toMatch(/has no hidden parameters/);
    expect(front('    shown: [[42]]\n', '')[0]).toMatch(/but none are shown/);
  });

  test('task and checks', () => {
    expect(front('allow: [create-index]\n', '')[0]).toMatch(/nothing is allowed/);
    expect(front('task: tune', 'task: design')[0]).toMatch(/a design exercise has an invariant/);
    const equivalent = 'equivalent-mutants:\n  - { change: = -> <>, because: nothing is there }\nchecks:';
    expect(front('checks:', equivalent)[0]).toMatch(
      /^exercise\.mdx:19: equivalent-mutants are for a rewrite/,
    );
    expect(front('checks:', equivalent.replace('because', 'becaus')).join()).toMatch(/because/);
    const rewrite = FRONT.replace('task: tune', 'task: rewrite').replace(
      '\nmisconceptions',
      '\n  - { id: lean, kind: index-bytes, at-most: 8 MB }\nmisconceptions',
    );
    expect(mistakes({ 'exercise.mdx': rewrite })).toEqual([
      'exercise.mdx:19: a rewrite must compare rows. Fix: add { id: rows, kind: rows }',
      'exercise.mdx:12: a rewrite is one SELECT. Fix: leave allow out',
      'exercise.mdx:21: check “lean” weighs what a rewrite cannot create. Fix: leave it out',
    ]);
  });

  test('mistakes of every sort are told at once', () => {
    const text = FRONT.replace('task: tune', 'task: tun')
      .replace('id: pages', 'id: seeks')
      .replace('shown: [[42]]', 'shown: [[]]');
    const found = mistakes({ 'exercise.mdx': text, 'start.sql': undefined, 'wrong/a.sql': 'x' });
    expect(found.map((mistake) => mistake.replace(/\. Fix.*/, ''))).toEqual([
      'start.sql:1: this file is missing',
      'wrong/a.sql:1: the first line does not say which check must fail',
      'exercise.mdx:11: task cannot be “tun”',
      'exercise.mdx:20: checks: a second “seeks”',
      'exercise.mdx:16: query “by-customer” takes 1 parameter, but this row has 0',
      'exercise.mdx:2: there are 2 wrong answers',
    ]);
  });
});
