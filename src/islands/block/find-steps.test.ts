import { expect, it } from 'vitest';
import { type BlockFacts, findStepsBefore } from './find-steps.ts';

const block = (id: string, needs: readonly string[] = [], setup = false): BlockFacts => ({
  id,
  caption: id,
  sql: id,
  asWritten: true,
  needs,
  setup,
});
const ids = (id: string, blocks: readonly BlockFacts[]) => findStepsBefore(id, blocks).map((step) => step.id);

it('takes setup blocks first, then what is needed, in page order', () => {
  const blocks = [
    block('index'),
    block('load', [], true),
    block('vacuum', ['index']),
    block('scan', ['vacuum']),
  ];
  expect(ids('scan', blocks)).toEqual(['index', 'load', 'vacuum']);
  expect(ids('index', blocks)).toEqual(['load']);
  expect(ids('load', blocks)).toEqual([]);
});

it('ends where blocks need each other', () => {
  expect(ids('a', [block('a', ['b']), block('b', ['a'])])).toEqual(['b']);
});

it('runs before a setup block only the setup blocks that stand before it', () => {
  const blocks = [block('table', [], true), block('policy', ['table'], true), block('scan')];
  expect(ids('table', blocks)).toEqual([]);
  expect(ids('policy', blocks)).toEqual(['table']);
  expect(ids('scan', blocks)).toEqual(['table', 'policy']);
});
