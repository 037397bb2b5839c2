import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createScratchDatabases } from './postgres-scratch.ts';
import type { Server } from './postgres-server.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function fakeServer() {
  const dropped: string[] = [];
  let made = 0;
  const unused = () => Promise.reject(new Error('not used here'));
  const server: Server = {
    address: { url: '', label: '' },
    version: '18',
    remarks: [],
    create: async () => `copy ${++made}`,
    drop: async (name) => void dropped.push(name),
    cancel: unused,
    terminate: unused,
    close: unused,
  };
  return { server, dropped };
}

/** Hands out databases and takes them back, so many that the next one has to make room. */
async function fill(scratch: ReturnType<typeof createScratchDatabases>) {
  for (let at = 0; at < 8; at += 1) scratch.giveBack(await scratch.take('t'));
}

it('drops what was given back when nobody measures any more', async () => {
  const { server, dropped } = fakeServer();
  const scratch = createScratchDatabases(server);
  const held = await scratch.take('t');
  await fill(scratch);
  const next = scratch.take('t');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(dropped).toEqual([]);
  scratch.giveBack(held);
  await next;
  expect(dropped).toHaveLength(9);
});

it('does not wait for ever for whoever holds one and asks for another', async () => {
  const { server, dropped } = fakeServer();
  const scratch = createScratchDatabases(server);
  await scratch.take('t');
  await fill(scratch);
  const next = scratch.take('t');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await next).toBe('copy 10');
  expect(dropped).toHaveLength(8);
});
