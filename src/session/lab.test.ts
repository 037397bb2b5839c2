import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { createLab } from './lab.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

/** The engine, whose databases open when `arrive` is called and no sooner. */
function whenTold() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const openings: ReturnType<Engine['open']>[] = [];
  const late: Engine = {
    ...engine,
    open(ref) {
      const opening = promise.then(() => engine.open(ref));
      openings.push(opening);
      return opening;
    },
  };
  return { late, openings, arrive: resolve };
}

describe('a lab whose database still opens', () => {
  it('stops a run at once, and the next run uses the database that was on its way', async () => {
    const { late, openings, arrive } = whenTold();
    const lab = createLab(late, { name: 'empty' });
    const running = lab.run('select 1');
    await lab.stop();
    expect(await running).toMatchObject({ kind: 'stopped' });
    arrive();
    expect(await lab.run('select 2')).toMatchObject({ kind: 'ok' });
    expect(openings).toHaveLength(1);
    await lab.letGo();
  });

  it('stops a reset, a plan and a parse at once, each with a fault that says so', async () => {
    const { late } = whenTold();
    const lab = createLab(late, { name: 'empty' });
    const asked = [lab.reset(), lab.explain('select 1'), lab.parse('select 1')];
    const stopped = asked.map((one) => expect(one).rejects.toMatchObject({ code: 'closed' }));
    await lab.stop();
    await Promise.all(stopped);
  });

  it('closes the database of a lab that was let go, when it has opened', async () => {
    const { late, openings, arrive } = whenTold();
    const lab = createLab(late, { name: 'empty' });
    const running = lab.run('select 1');
    await lab.letGo();
    expect(await running).toMatchObject({ kind: 'stopped' });
    arrive();
    const session = await openings[0];
    await expect.poll(() => session?.ended).toBe(true);
  });
});

describe('a lab', () => {
  it('counts another copy as soon as its database has ended, before anything is asked of the next', async () => {
    const sessions: Awaited<ReturnType<Engine['open']>>[] = [];
    const kept: Engine = {
      ...engine,
      async open(ref) {
        const session = await engine.open(ref);
        sessions.push(session);
        return session;
      },
    };
    const lab = createLab(kept, { name: 'empty' });
    await lab.warm();
    const before = lab.copy;
    await sessions[0]?.close();
    expect(lab.copy).toBe(before + 1);
    expect(await lab.run('select 1')).toMatchObject({ kind: 'ok' });
    expect(lab.copy).toBe(before + 1);
    await lab.letGo();
  });

  it('tells when a database has opened and when it is gone', async () => {
    const lab = createLab(engine, { name: 'empty' });
    const told: boolean[] = [];
    lab.watch((opened) => told.push(opened));
    await lab.warm();
    const before = lab.copy;
    await lab.run('select pg_sleep(60)', { timeoutMs: 50 });
    expect(lab.copy).toBe(before + 1);
    await lab.run('select 1');
    await lab.letGo();
    expect(told).toEqual([false, true, false, true, false]);
  });
});
