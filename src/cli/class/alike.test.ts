import { describe, expect, it } from 'vitest';
import { findAlike } from './alike.ts';
import type { Submission } from './submissions.ts';

const submission = (learner: string, sql: string): Submission => ({
  file: `${learner}.json`,
  learner,
  answers: [{ exercise: 'e', sql, key: sql }],
});

describe('answers that are alike', () => {
  const odd = `select o.id from orders o where exists (select from customers c where c.id = o.customer_id and c.country = 'x')`;
  const renamed = odd.replace(/\bo\b/g, 'zz').replace(/\bc\b/g, 'k').replace("'x'", "'y'").toUpperCase();
  const others = Array.from({ length: 20 }, (_, at) =>
    submission(`other${at}`, `select ${'id, '.repeat(at)} total from orders`),
  );

  it('are found under other names, constants, case and layout', async () => {
    const groups = await findAlike(
      [submission('a', odd), submission('b', `-- mine\n${renamed}`), ...others],
      new Map(),
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ how: 'shape', of: 22 });
    expect(groups[0]?.members.map(({ learner }) => learner)).toEqual(['a', 'b']);
  });

  it('are left out where they are the start, a short right answer, or what most of the class says', async () => {
    const given = new Map([['e', { start: 'select 1', answers: ['create index on orders (customer_id)'] }]]);
    const starts = ['p', 'q'].map((name) => submission(name, 'select  1'));
    const right = ['r', 's'].map((name) => submission(name, `create index ${name} on orders (customer_id)`));
    const common = Array.from({ length: 20 }, (_, at) =>
      submission(`t${at}`, `select ${at} from orders where total > 5`),
    );
    expect(await findAlike([...starts, ...right, ...common, ...others], given)).toEqual([]);
  });

  it('are found as a text even where PostgreSQL cannot parse it', async () => {
    const groups = await findAlike(
      [submission('a', 'selec nonsense'), submission('b', 'selec  nonsense'), ...others],
      new Map(),
    );
    expect(groups.map(({ how }) => how)).toEqual(['text']);
  });
});
