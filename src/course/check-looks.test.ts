import { describe, expect, it } from 'vitest';
import { checkLooks } from './check-looks.ts';
import { blocksOf, lookKey, readLookAsk } from './look-ask.ts';
import { readLesson } from './read-lesson.ts';

const BLOCK = '<Sql id="before" caption="A block">\n\n```sql\nselect 1\n```\n\n</Sql>';

function mistakesOf(body: string, id = 'indexing/equality'): readonly string[] {
  const read = readLesson('lesson.mdx', id, `---\ntitle: A lesson\n---\n\n${BLOCK}\n\n${body}\n`);
  if (read.kind !== 'ok') throw new Error(read.errors[0]?.what);
  return checkLooks(read.lesson).map(({ line, what, fix }) => `${line}: ${what}. Fix: ${fix}.`);
}

describe('a picture of the machine', () => {
  it('is accepted where its blocks are there', () => {
    expect(mistakesOf('<Pages of="before" />\n\n<PlanChange from="before" to="before" />')).toEqual([]);
  });

  it('names the block that is not there, and one that may be meant', () => {
    expect(mistakesOf('<BTree of="befor" index="i" />')).toEqual([
      '13: <BTree> is of the block “befor”, and no block is called that. Fix: write “before”.',
    ]);
    expect(mistakesOf('<PlanChange from="before" to="elsewhere" />')[0]).toMatch(
      /“elsewhere”.*name one of before/,
    );
  });

  it('is left alone where the author imports a component of that name', () => {
    expect(mistakesOf('import Pages from \'./pages.astro\'\n\n<Pages of="nowhere" />')).toEqual([]);
  });
});

describe('what a picture asks for', () => {
  it('is read from its props', () => {
    expect(readLookAsk('BTree', { of: 'a', index: 'i', find: [42, 'x'], change: true })).toEqual({
      kind: 'b-tree',
      of: 'a',
      index: 'i',
      find: ['42', 'x'],
      change: true,
    });
    expect(readLookAsk('HeapPage', { of: 'a', table: 't' })).toMatchObject({ page: 0, change: false });
    expect(readLookAsk('Sql', { id: 'a' })).toBeUndefined();
  });

  it('has one name however the props are ordered, and another for another question', () => {
    const key = (props: Record<string, unknown>) =>
      lookKey(readLookAsk('WhyNot', props) ?? { kind: 'pages', of: '' });
    expect(key({ of: 'a', table: 't' })).toBe(key({ table: 't', of: 'a' }));
    expect(key({ of: 'a' })).not.toBe(key({ of: 'a', table: 't' }));
    expect(blocksOf({ kind: 'plan-change', from: 'a', to: 'b' })).toEqual(['a', 'b']);
  });
});
