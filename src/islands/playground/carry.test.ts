import { expect, it } from 'vitest';
import { playgroundAddress } from './carry.ts';
import { canCarry } from './extensions.ts';
import { readFragment } from './link.ts';

const carried = (before: readonly string[], text: string) => {
  const address = playgroundAddress('/course/playground/?dataset=shop', {
    dataset: 'saas',
    before,
    text,
  });
  expect(address).toMatch(/^\/course\/playground\/\?dataset=saas#sql=/);
  const read = readFragment(address.slice(address.indexOf('#')));
  return read.kind === 'ok' ? read.shared : undefined;
};

it('carries a text that needs nothing as it is', () => {
  expect(carried([], 'select 1')).toEqual({ dataset: 'saas', text: 'select 1' });
});

it('puts before a text what must have run, each part ended', () => {
  const shared = carried(['create table a ()', 'select 1 -- one', ' '], 'select 2');
  expect(shared?.text).toBe(
    '-- What must have run before\ncreate table a ();\n\nselect 1 -- one\n;\n\n-- The text itself\nselect 2',
  );
});

it('ends a part whose last remark ends with a semicolon, and no part twice', () => {
  const shared = carried(['create table a () -- mine;', 'select 1; /* one */', '-- a remark'], 'select 2');
  expect(shared?.text).toBe(
    '-- What must have run before\ncreate table a () -- mine;\n;\n\nselect 1; /* one */\n\n-- a remark\n\n-- The text itself\nselect 2',
  );
});

it('leaves a text behind that no address can hold', () => {
  const text = 'x'.repeat(300_000);
  const address = playgroundAddress('/playground/', { dataset: 'shop', before: [], text });
  expect(address).toBe('/playground/?dataset=shop');
});

it('knows what the playground’s database lacks', () => {
  expect(canCarry(['pageinspect'])).toBe(true);
  expect(canCarry(['pageinspect', 'bloom'])).toBe(false);
});
