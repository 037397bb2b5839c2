import { expect, it } from 'vitest';
import { openTestEngine } from '../engine/test-engine.ts';
import { withoutExplain } from './explain.ts';
import { createLab } from './lab.ts';

it.each([
  ['explain select 1', 'select 1'],
  ['EXPLAIN ANALYZE VERBOSE select 1', 'select 1'],
  ['explain analyse select 1', 'select 1'],
  ['explain (analyze, buffers off, format json) select 1', 'select 1'],
  ['explain(costs off)(select 1)', '(select 1)'],
  ['explain (select 1)', '(select 1)'],
  ['explain analyze (select 1) union (select 2)', '(select 1) union (select 2)'],
  ['explain ((select 1) limit 1)', '((select 1) limit 1)'],
  ['explain (with a as (select 1) select * from a)', '(with a as (select 1) select * from a)'],
  ['explain (values (1))', '(values (1))'],
  ['explain (table orders)', '(table orders)'],
  ['-- why\nexplain /* is it */ analyze -- slow?\n verbose select 1', 'select 1'],
  ['explain ( -- not (now)\n analyze) /* (x) */ select 1', 'select 1'],
  [`explain ("analyze" 'on)') select 1`, 'select 1'],
  ['explain verbose execute analyze', 'execute analyze'],
  ['explain', ''],
])('takes EXPLAIN off %j', (statement, inner) => {
  expect(withoutExplain(statement)).toBe(inner);
});

it('explains a query in brackets', async () => {
  const engine = await openTestEngine();
  const lab = createLab(engine, { name: 'empty' });
  expect(await lab.explain('explain (select relname from pg_class)')).toMatchObject({ kind: 'ok' });
  expect(await lab.explain('explain analyze (select 1) union all (select 2)')).toMatchObject({ kind: 'ok' });
  await lab.letGo();
  await engine.dispose();
});
