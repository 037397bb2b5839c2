import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { createLab, type Lab } from './lab.ts';
import { previewPlan } from './preview.ts';
import { findLastQuery } from './throw-away.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

const SETUP = `
create table noted (n int); insert into noted values (1);
create function note() returns int language sql as 'insert into noted values (2) returning n'`;

async function onLab<T>(look: (lab: Lab, count: () => Promise<string | null>) => Promise<T>): Promise<T> {
  const lab = createLab(engine, { name: 'empty' });
  const count = async () => {
    const run = await lab.run('select count(*) from noted');
    return run.kind === 'ok' ? (run.results[0]?.rows[0]?.[0] ?? null) : run.kind;
  };
  try {
    await lab.run(SETUP);
    return await look(lab, count);
  } finally {
    await lab.stop();
  }
}

const preview = (lab: Lab, sql: string) => previewPlan(lab, { id: 'q', sql, params: [], types: [] });

describe('running a text again for its plan', () => {
  it('leaves nothing behind that a function wrote', async () => {
    await onLab(async (lab, count) => {
      expect(await lab.explain('select note()')).toMatchObject({ kind: 'ok' });
      expect(await preview(lab, 'select note()')).toMatchObject({ kind: 'ok' });
      expect(await count()).toBe('1');
    });
  });

  it('leaves the reader’s own transaction open, and in it what the reader wrote', async () => {
    await onLab(async (lab, count) => {
      await lab.run('begin; insert into noted values (3)');
      expect(await lab.explain('delete from noted')).toMatchObject({ kind: 'ok' });
      expect(await preview(lab, 'select n / 0 from noted')).toMatchObject({ kind: 'none' });
      expect(await preview(lab, 'select * from noted')).toMatchObject({ kind: 'ok' });
      expect(await count()).toBe('2');
      await lab.run('rollback');
      expect(await count()).toBe('1');
    });
  });

  it('leaves no transaction behind where letting go of a full temporary file fails once more', async () => {
    const huge = `select repeat('x', 200000000)`;
    await onLab(async (lab, count) => {
      expect(await lab.explain(huge)).toMatchObject({ kind: 'none' });
      expect(await count()).toBe('1');
      await lab.run('begin; insert into noted values (3)');
      expect(await lab.explain(huge)).toMatchObject({ kind: 'none' });
      expect(await count()).toBe('2');
    });
  });

  it('runs no write of a text that should have been one query, and says why there is no plan', async () => {
    await onLab(async (lab, count) => {
      const written = await preview(lab, 'insert into noted values (4)');
      const second = await preview(lab, 'select 1; insert into noted values (4)');
      expect([written.kind, second.kind]).toEqual(['none', 'none']);
      expect(await count()).toBe('1');
    });
  });

  it.each([
    'select n from noted -- all of them',
    'select n from noted;\n-- limit 10',
    'select n from noted /* all */ ; -- of them',
  ])('takes a query that ends in a comment: %j', async (sql) => {
    await onLab(async (lab) => {
      expect(await preview(lab, sql)).toMatchObject({ kind: 'ok' });
      expect(await preview(lab, 'select * from noted')).toMatchObject({ kind: 'ok' });
      const left = await lab.run('select name from pg_prepared_statements');
      expect(left).toMatchObject({ kind: 'ok', results: [{ rows: [] }] });
    });
  });

  it('shows a plan again after the reader had a prepared statement of the name that is used for it', async () => {
    await onLab(async (lab) => {
      await lab.run('prepare planwright_preview as select 1; begin; insert into noted values (3)');
      expect(await preview(lab, 'select * from noted')).toMatchObject({ kind: 'none' });
      expect(await preview(lab, 'select * from noted')).toMatchObject({ kind: 'ok' });
    });
  });

  it('knows a query that moves a sequence on', async () => {
    await onLab(async (lab) => {
      const counts = async (sql: string) => {
        const query = await findLastQuery(lab, sql);
        return query.kind === 'ok' && query.found.counts;
      };
      expect(await counts(`select pg_catalog.nextval('s')`)).toBe(true);
      expect(await counts(`select 'nextval' from noted`)).toBe(false);
    });
  });
});

describe('the copies of a lab', () => {
  it('are counted: one is gone after a stop, a reset and a time limit, and not after an error', async () => {
    await onLab(async (lab) => {
      const first = lab.copy;
      await lab.run('select 1 / 0');
      expect(lab.copy).toBe(first);
      await lab.run('select pg_sleep(60)', { timeoutMs: 200 });
      expect(lab.copy).toBe(first + 1);
      await lab.warm();
      await lab.reset();
      expect(lab.copy).toBe(first + 2);
      await lab.stop();
      expect(lab.copy).toBe(first + 3);
    });
  });
});
