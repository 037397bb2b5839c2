import { expect, it } from 'vitest';
import { checkEngine } from './check-engine.ts';
import { readLesson } from './read-lesson.ts';

function check(...blocks: readonly string[]): readonly string[] {
  const text = blocks
    .map((tag) => `<Sql caption="c" ${tag}>\n\n\`\`\`sql\nselect 1;\n\`\`\`\n\n</Sql>\n`)
    .join('\n');
  const read = readLesson('a.mdx', 'a/a', text);
  if (read.kind !== 'ok') throw new Error(read.errors[0]?.what);
  return checkEngine(read.lesson).map(({ line, what, fix }) => `${line}: ${what}. Fix: ${fix}.`);
}

it('has nothing against what each engine can show', () => {
  const claim =
    "{{ step: 'SCAN', noStep: 'SEARCH', pagesAtMost: 3, rows: 1, cell: '1', automaticIndexRows: 0 }}";
  const found = check(
    `id="a" engine="sqlite" tables="orders" expect=${claim}`,
    `id="b" engine="sqlite" needs="a" expect={{ error: 'SQLITE_CONSTRAINT_UNIQUE' }}`,
    `id="c" expect={{ node: 'Result' }}`,
    `id="d" expect={{ error: '23505' }}`,
  );
  expect(found).toEqual([]);
});

it('tells a claim about the other engine’s plan, in either direction', () => {
  expect(check(`id="a" engine="sqlite" expect={{ node: 'Seq Scan', pagesAtMost: 3 }}`)).toEqual([
    '1: the claim of block “a”: it has “node”, and runs on SQLite. Fix: claim step, noStep, automaticIndexRows, pagesAtMost, pagesAtLeast, rows or cell.',
  ]);
  expect(check(`id="a" expect={{ step: 'SCAN orders' }}`)).toEqual([
    '1: the claim of block “a”: it has “step”, and runs on PostgreSQL. Fix: claim a node, or write engine="sqlite".',
  ]);
});

it('tells an error that the engine does not give', () => {
  expect(check(`id="a" engine="sqlite" expect={{ error: '23505' }}`)).toEqual([
    '1: the claim of block “a”: SQLite gives no error 23505. Fix: write the name of the result code: SQLITE_CONSTRAINT.',
  ]);
  expect(check(`id="a" expect={{ error: 'SQLITE_BUSY' }}`)).toHaveLength(1);
});

it('tells tables that are named for PostgreSQL, and a step that ran elsewhere', () => {
  expect(check('id="a" tables="orders"', 'id="b" engine="sqlite" needs="a"')).toEqual([
    '1: block “a” names tables to copy, and runs on PostgreSQL, which has them. Fix: take tables out, or write engine="sqlite".',
    '9: block “b” needs “a”, which runs on another engine: it changes nothing here. Fix: let both run on one engine, or take “a” out of needs.',
  ]);
});
