import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Session } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { makeStoppable } from './stoppable.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

describe('a stoppable engine', () => {
  it('hands out no session that was still opening when it was stopped', async () => {
    const stoppable = makeStoppable(engine);
    const opening = stoppable.open({ name: 'empty' });
    await stoppable.stop();
    await expect(opening).rejects.toMatchObject({ code: 'closed' });
  });

  it('fails what still opens at once, and closes it when it has opened', async () => {
    const { promise, resolve } = Promise.withResolvers<Session>();
    const stoppable = makeStoppable({ ...engine, open: () => promise });
    const opening = stoppable.open({ name: 'empty' });
    await stoppable.stop();
    await expect(opening).rejects.toMatchObject({ code: 'closed' });
    const late = await engine.open({ name: 'empty' });
    resolve(late);
    await expect.poll(() => late.ended).toBe(true);
  });

  it('ends what its sessions run', async () => {
    const stoppable = makeStoppable(engine);
    const session = await stoppable.open({ name: 'empty' });
    const running = session.run('select pg_sleep(60)', { timeoutMs: 60_000 });
    await stoppable.stop();
    expect(await running).toMatchObject({ kind: 'stopped' });
  });
});
