import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

const LOOK_AGAIN_MS = 200;
/**
 * A holder says every minute that it still acts. One on another machine cannot be asked whether it lives, and numbers of
 * processes come again: who has said nothing for so long is gone, or its machine sleeps.
 */
const LONGEST_MS = 30 * 60_000;
const SAY_EVERY_MS = 60_000;
/** Taking away what a dead process left takes a moment. */
const LONGEST_STEAL_MS = 10_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
}

function readHolder(text: string): Holder | undefined {
  try {
    const { pid, host }: Partial<Holder> = JSON.parse(text);
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

/** Creates a file that must not be there yet: of several processes one succeeds. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(text).finally(() => file.close());
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    throw thrown;
  }
}

async function ageOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => undefined,
  );
}

/** Whether nobody holds the lock any more. One that is being written just now has no holder yet. */
async function isStale(path: string): Promise<boolean> {
  const [text, age] = [await readFile(path, 'utf8').catch(() => ''), await ageOf(path)];
  if (age === undefined) return false;
  const holder = readHolder(text);
  if (holder?.host === hostname() && !lives(holder.pid)) return true;
  return age > (holder ? LONGEST_MS : LONGEST_STEAL_MS);
}

/** Removes a stale lock. Only one process at a time looks and removes, so that nobody removes the next holder's. */
async function removeStale(path: string): Promise<void> {
  const guard = `${path}.removing`;
  if (!(await create(guard, ''))) {
    if (((await ageOf(guard)) ?? 0) > LONGEST_STEAL_MS) await rm(guard, { force: true });
    return;
  }
  try {
    if (await isStale(path)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

/**
 * Does something while no other process does something under the same lock; waits until it may. `waits` is called once
 * where it has to wait. What a process that ended badly has left is taken away.
 */
export async function withLock<T>(path: string, waits: () => void, act: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const holder: Holder = { pid: process.pid, host: hostname() };
  let told = false;
  while (!(await create(path, JSON.stringify(holder)))) {
    if (await isStale(path)) {
      await removeStale(path);
      continue;
    }
    if (!told) waits();
    told = true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  const say = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, SAY_EVERY_MS).unref();
  try {
    return await act();
  } finally {
    clearInterval(say);
    // After a long sleep it may be another's.
    const now = readHolder(await readFile(path, 'utf8').catch(() => ''));
    if (now?.pid === holder.pid && now.host === holder.host) await rm(path, { force: true });
  }
}
