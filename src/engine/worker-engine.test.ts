import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from './engine.ts';
import type { Reply } from './protocol.ts';
import { createWorkerEngine, type WorkerEngineOptions } from './worker-engine.ts';
import type { HostWorker } from './worker-session.ts';

const DELAY_MS = 600;
const SHOP = { name: 'shop' };

/** An engine whose workers open databases and do nothing else, and how many of them there are. */
function countWorkers(
  spares: number,
  adopt: NonNullable<WorkerEngineOptions['adopt']> = () => undefined,
): { readonly engine: Engine; readonly alive: () => number } {
  const workers = new Set<HostWorker>();
  const spawn = (): HostWorker => {
    let reply: Parameters<HostWorker['listen']>[0] = () => {};
    const worker: HostWorker = {
      post: ({ id }) => queueMicrotask(() => reply({ id, kind: 'opened' })),
      listen: (onReply) => {
        reply = onReply;
      },
      kill: () => void workers.delete(worker),
    };
    workers.add(worker);
    return worker;
  };
  const files = { port: new MessageChannel().port1, bootBytes: 0, bundleBytes: 0, statisticsTarget: 100 };
  const load = async () => ({ files, arrived: Promise.resolve() });
  const rest = { version: 'test', kept: 0, spareDelayMs: DELAY_MS, bootTimeoutMs: 60_000 };
  return { engine: createWorkerEngine({ ...rest, spawn, load, adopt, spares }), alive: () => workers.size };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const later = () => vi.advanceTimersByTimeAsync(DELAY_MS);

describe('the spare', () => {
  it('waits until a second session is closed, so that there are never three databases', async () => {
    const { engine, alive } = countWorkers(1);
    await engine.open(SHOP);
    await later();
    expect(alive()).toBe(2);
    const check = await engine.open(SHOP);
    await later();
    expect(alive()).toBe(2);
    await check.close();
    expect(alive()).toBe(1);
    await later();
    expect(alive()).toBe(2);
    await engine.dispose();
    expect(alive()).toBe(0);
  });

  it('is for the dataset that was opened last, also where another was open before', async () => {
    const { engine, alive } = countWorkers(1);
    const before = await engine.open(SHOP);
    await later();
    await before.close();
    await engine.open({ name: 'saas' });
    await later();
    expect(alive()).toBe(2);
    await engine.open({ name: 'saas' });
    expect(alive()).toBe(2);
    await engine.dispose();
  });

  it('is not there where memory is small', async () => {
    const { engine, alive } = countWorkers(0);
    await engine.open(SHOP);
    const check = await engine.open(SHOP);
    await later();
    expect(alive()).toBe(2);
    await check.close();
    await later();
    expect(alive()).toBe(1);
    await engine.dispose();
  });
});

describe('a database that the page’s head began to open', () => {
  const begun = (answer: Reply) => {
    let asked = 0;
    let taken = false;
    const worker: HostWorker = {
      post: () => {
        asked += 1;
      },
      listen: (onReply) => queueMicrotask(() => onReply(answer)),
      kill: () => {},
    };
    const adopt = () => {
      if (taken) return undefined;
      taken = true;
      return { worker, arrived: Promise.resolve() };
    };
    return { adopt, asked: () => asked };
  };

  it('is the first, without being asked to open again; the next is a new one', async () => {
    const { adopt, asked } = begun({ id: 0, kind: 'opened' });
    const { engine, alive } = countWorkers(0, adopt);
    await engine.open(SHOP);
    expect([asked(), alive()]).toEqual([0, 0]);
    await engine.open(SHOP);
    expect(alive()).toBe(1);
  });

  it('fails as it failed there, and is opened anew the next time', async () => {
    const { adopt } = begun({ id: 0, kind: 'fault', code: 'corrupt-snapshot', message: 'damaged' });
    const { engine, alive } = countWorkers(0, adopt);
    await expect(engine.open(SHOP)).rejects.toMatchObject({ code: 'corrupt-snapshot', message: 'damaged' });
    await engine.open(SHOP);
    expect(alive()).toBe(1);
  });
});
