import { expect, it } from 'vitest';
import { isEnded } from './is-ended.ts';

it.each([
  'select 1;',
  'select 1 ; \n',
  'select 1; -- done',
  'select 1; /* one ; /* two */ */\n',
  '',
  ' \n',
  '-- nothing but a remark',
])('%j needs no semicolon', (sql) => expect(isEnded(sql)).toBe(true));

it.each([
  'select 1',
  'select 1 -- first;',
  'select 1 -- first;\n',
  'select 1 /* done; */',
  "select ';'",
  'select 1 as ";"',
  'select $$;$$',
])('%j has a statement that is not ended', (sql) => expect(isEnded(sql)).toBe(false));
