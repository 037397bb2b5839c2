import { beforeAll, describe, expect, test } from 'vitest';
import { mutate } from './mutate.ts';
import { loadParser, parseStatements } from './parse.ts';

beforeAll(loadParser);

function changes(sql: string, kind: string): readonly string[] {
  return mutate(sql)
    .filter((mutant) => mutant.kind === kind)
    .map(({ change }) => change);
}

describe('mutants', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['select * from a left outer join b on true', 'join', ['left outer join -> join']],
    [
      'select * from a join b on true inner join c on true',
      'join',
      ['join -> left join', 'inner join -> left join'],
    ],
    ['select * from a full join b on true', 'join', ['full join -> join', 'full join -> left join']],
    ['select * from a cross join b natural join c', 'join', []],
    ['select a from t where a >= b', 'comparison', ['>= -> >', '>= -> <=']],
    ["select a from t where b ->> 'x' = c and d @> e", 'comparison', ['= -> <>']],
    ['select a from t limit 20', 'boundary', ['20 -> 21', '20 -> 19']],
    ["select a from t where b > '20' and c = $1", 'boundary', []],
    ['select max(a), sum(b) from t', 'aggregate', ['max -> min', 'sum -> avg', 'sum -> count']],
    ['select rank() over (order by a) from t', 'aggregate', ['rank -> dense_rank', 'rank -> row_number']],
    ['select count(a) from t', 'null', ['a -> *']],
    ['select count(distinct a) from t', 'distinct', ['nothing -> distinct', 'distinct -> nothing']],
    ['select distinct a from t where exists (select from u)', 'distinct', ['distinct -> nothing']],
    ['select distinct on (a) a from t', 'distinct', []],
    ['select a from t where b is not null', 'null', ['is not null -> is null']],
    ['select a from t where b is not distinct from c', 'null', ['is not distinct from -> =']],
    ['select a from t where b not in (select c from u)', 'null', ['not in -> in']],
    ['select a from t where exists (select from u)', 'null', ['exists -> not exists']],
    ['select coalesce(sum(f(a, b)), 0) from t', 'null', [', 0) -> )']],
    ['select a from t where b between 1 and 2 and c or d', 'logic', ['and -> or', 'or -> and']],
    [
      'select a from t union select b from u union all select c from v',
      'set',
      ['union -> union all', 'union all -> union'],
    ],
    [
      'select a from t order by a desc, f(b, c) nulls first limit 5',
      'order',
      [
        'desc -> asc',
        'nothing -> desc',
        ', f(b, c) nulls first -> nothing',
        'order by a desc, f(b, c) nulls first -> nothing',
      ],
    ],
    [
      'select lag(a) over (partition by b order by c rows 1 preceding) from t',
      'order',
      ['nothing -> desc', 'order by c -> nothing'],
    ],
  ];

  test.each(cases)('%s: %s', (sql, kind, expected) => {
    expect(changes(sql, kind)).toEqual(expected);
  });

  test('all parse, all differ, from the original and from each other', () => {
    const sql = `
      -- a comment with a join, 7 and <
      select c.id, count(o.id) as orders, coalesce(sum(o.total), 0) as "join <= 7"
      from customers c left join orders o on o.customer_id = c.id and o.status <> 'a < 5 join'
      where c.city = $1 and c.id between 10 and 20 and not exists (select from blocked b where b.id = c.id)
      group by c.id having count(*) > 1 order by orders desc, c.id limit 10`;
    const mutants = mutate(sql);
    expect(mutants.length).toBeGreaterThan(25);
    expect(new Set([sql, ...mutants.map((mutant) => mutant.sql)]).size).toBe(mutants.length + 1);
    for (const mutant of mutants) {
      expect(parseStatements(mutant.sql).kind).toBe('ok');
      expect(mutant.sql).toContain('-- a comment with a join, 7 and <');
      expect(mutant.sql).toContain(`"join <= 7"`);
      expect(mutant.sql).toContain(`'a < 5 join'`);
    }
  });
});
