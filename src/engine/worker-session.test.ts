import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply, Request } from './protocol.ts';
import { bootLine, createSession, type HostWorker, openLine } from './worker-session.ts';

const TIMEOUT_MS = 60_000;
const OUTLINE = { bootBytes: 0, bundleBytes: 0, statisticsTarget: 100 };

/** A worker that answers when the test has it answer. */
function silentWorker() {
  const asked: Request[] = [];
  let reply: (message: Reply) => void = () => undefined;
  let die: (why: string) => void = () => undefined;
  let killed = false;
  const worker: HostWorker = {
    post: (request) => void asked.push(request),
    listen(onReply, onDeath) {
      reply = onReply;
      die = onDeath;
    },
    kill: () => {
      killed = true;
    },
  };
  return {
    worker,
    asked,
    reply: (message: Reply) => reply(message),
    die: (why: string) => die(why),
    killed: () => killed,
  };
}

function boot(worker: HostWorker, arrived: Promise<void>) {
  const files = { ...OUTLINE, port: new MessageChannel().port1 };
  const line = openLine(worker);
  const assets = { files, extensions: [], setup: '', again: undefined };
  const booted = bootLine(line, line.ask({ op: 'open', assets }), { arrived, timeoutMs: TIMEOUT_MS });
  booted.catch(() => undefined);
  return { line, booted };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a database that does not start', () => {
  it('is given up when its time has passed, and its worker is ended', async () => {
    const { worker, killed } = silentWorker();
    const { booted } = boot(worker, Promise.resolve());
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS - 1);
    expect(killed()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await expect(booted).rejects.toMatchObject({
      code: 'boot-timeout',
      message: 'the database did not start within 60 s',
    });
    expect(killed()).toBe(true);
  });

  it('has its time from when its files are there, however long they take', async () => {
    const { worker, killed, reply } = silentWorker();
    const files = Promise.withResolvers<void>();
    const { booted } = boot(worker, files.promise);
    await vi.advanceTimersByTimeAsync(10 * TIMEOUT_MS);
    files.resolve();
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS - 1);
    reply({ id: 0, kind: 'opened' });
    await expect(booted).resolves.toBeUndefined();
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    expect(killed()).toBe(false);
  });

  it('fails at once where its files do not come, or its worker dies before they do', async () => {
    const { booted } = boot(silentWorker().worker, Promise.reject(new Error('no network')));
    await expect(booted).rejects.toThrow('no network');
    const { worker, die } = silentWorker();
    const other = boot(worker, new Promise<void>(() => undefined));
    die('the database worker failed: its script could not be loaded');
    await expect(other.booted).rejects.toThrow(/could not be loaded/);
  });
});

describe('a machine that sleeps', () => {
  /** What a timer does that comes due in a sleep: it fires when the machine wakes, and all of the sleep has passed. */
  const sleep = (ms: number) => {
    vi.setSystemTime(Date.now() + ms);
    return vi.advanceTimersToNextTimerAsync();
  };

  it('does not use up the time of what sleeps with it', async () => {
    const { worker, killed, reply } = silentWorker();
    const session = createSession(openLine(worker), () => undefined);
    const run = session.run('select 1', { timeoutMs: 20_000 });
    await vi.advanceTimersByTimeAsync(1000);
    await sleep(3_600_000);
    expect(killed()).toBe(false);
    const value = { kind: 'ok', results: [], notices: [], ms: 1 } as const;
    reply({ id: 0, kind: 'run', value });
    await expect(run).resolves.toBe(value);
  });
});

describe('a session', () => {
  it('tells a statement that ran into its limit from one that was stopped', async () => {
    const limits = { timeoutMs: 1000, maxRows: 1, maxBytes: 1, maxCellBytes: 1 };
    const slow = createSession(openLine(silentWorker().worker), () => undefined);
    const late = slow.run('select pg_sleep(1000)', limits);
    await vi.advanceTimersByTimeAsync(1000);
    await expect(late).resolves.toMatchObject({ kind: 'timeout' });
    const session = createSession(openLine(silentWorker().worker), () => undefined);
    const stopped = session.run('select pg_sleep(1000)', limits);
    await session.close();
    await expect(stopped).resolves.toMatchObject({ kind: 'stopped' });
    expect(session.ended).toBe(true);
  });
});
