import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { read } from '../session/ask.ts';
import { listValues } from './new-dataset-values.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

const DATA = `
  create table parcels (id integer primary key, kind text, weight integer, note json);
  insert into parcels select i, case when i <= 1500 then 'letter' when i <= 1900 then 'a, "large" box' else 'tube' end,
    case when i % 4 = 0 then i % 3 end, '{}' from generate_series(1, 2000) as i;
  create table days (at date) partition by range (at);
  create table days_2024 partition of days for values from ('2024-01-01') to ('2025-01-01');
  insert into days select date '2024-01-01' + i % 2 from generate_series(1, 9) as i;
  analyze;`;

it('lists the columns of every table with their commonest values, and partitions with their table', async () => {
  const session = await engine.open({ name: 'empty' });
  await read(session, DATA);
  expect(await listValues(session)).toEqual([
    '  days, 9 rows',
    '    at      date              2 values: 2024-01-02 (5 rows), 2024-01-01 (4)',
    '  parcels, 2,000 rows',
    '    id      integer not null  2,000 values, each once',
    '    kind    text              3 values: letter (1,500 rows), a, "large" box (400), tube (100)',
    '    weight  integer           3 values: 1 (167 rows), 2 (167), 0 (166); NULL in 75 %',
    '    note    json',
  ]);
  await session.close();
});
