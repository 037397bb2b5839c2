import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from './engine.ts';
import { createWorkerEngine } from './worker-engine.ts';
import type { HostWorker } from './worker-session.ts';

const DELAY_MS = 600;
const SHOP = { name: 'shop' };

/** An engine whose workers open databases and do nothing else, and how many of them there are. */
function countWorkers(spares: number): { readonly engine: Engine; readonly alive: () => number } {
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
  return { engine: createWorkerEngine({ ...rest, spawn, load, spares }), alive: () => workers.size };
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
