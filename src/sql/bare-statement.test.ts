import { expect, it } from 'vitest';
import { bareStatement } from './bare-statement.ts';

it.each([
  ['select 1', 'select 1'],
  ['  select 1 ;\n', 'select 1'],
  ['select 1 -- one', 'select 1'],
  ['select 1;\n-- limit 10', 'select 1'],
  ['select 1 -- one\n; -- two\n/* three /* four */ */;', 'select 1'],
  ['-- first\nselect 1', '-- first\nselect 1'],
  [`select ';-- no', "a;", $$;-- no$$ -- yes`, `select ';-- no', "a;", $$;-- no$$`],
  [`select E'it\\'s;' -- yes`, `select E'it\\'s;'`],
  ['select 1; select 2; -- both', 'select 1; select 2'],
])('takes what ends %j off', (sql, bare) => {
  expect(bareStatement(sql)).toBe(bare);
});
