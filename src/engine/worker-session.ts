import { whenAwakeFor } from './awake-timer.ts';
import { capsOf } from './caps.ts';
import { crashFault } from './crash-code.ts';
import { EngineFault, type Limits, type Parsed, type Run, type Session } from './engine.ts';
import type { Reply, Request } from './protocol.ts';

/** A Web Worker or a worker thread, as far as a session needs to know. */
export interface HostWorker {
  /** Hands over what is in `transfer` instead of copying it. */
  post(request: Request, transfer: readonly MessagePort[]): void;
  /** `onReply` gets every reply; `onDeath` is called once when the worker ends by itself or cannot be loaded. */
  listen(onReply: (reply: Reply) => void, onDeath: (why: string) => void): void;
  /** Ends it at once, in the middle of a statement too. */
  kill(): void;
}

type Value = Exclude<Reply, { kind: 'fault' }>;

interface Pending {
  readonly resolve: (reply: Value) => void;
  readonly reject: (fault: EngineFault) => void;
}

/** Requests without their numbers. */
type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

/** Requests by number over a worker: each is answered once, or fails when the worker dies or is killed. */
export interface Line {
  ask(request: Ask): Promise<Value>;
  /** The answer to a request that was posted to the worker before the line to it was opened. */
  answered(): Promise<Value>;
  kill(why: EngineFault): void;
  readonly dead: EngineFault | undefined;
  /** True while a request is not answered. */
  readonly busy: boolean;
}

function portsOf(request: Ask): readonly MessagePort[] {
  if (request.op !== 'open') return [];
  const { files } = request.assets;
  return 'port' in files ? [files.port] : [];
}

/** Connects to a worker. A fault that it answers with, and its death, end the line. */
export function openLine(worker: HostWorker): Line {
  const pending = new Map<number, Pending>();
  let next = 0;
  let dead: EngineFault | undefined;
  const die = (why: EngineFault) => {
    if (dead) return;
    dead = why;
    worker.kill();
    for (const waiting of pending.values()) waiting.reject(why);
    pending.clear();
  };
  worker.listen(
    (reply) => {
      const waiting = pending.get(reply.id);
      pending.delete(reply.id);
      if (reply.kind === 'fault') {
        const fault = new EngineFault(reply.code, reply.message);
        waiting?.reject(fault);
        die(fault);
      } else waiting?.resolve(reply);
    },
    (why) => die(crashFault(why)),
  );
  const expect = (post: (id: number) => void): Promise<Value> => {
    if (dead) return Promise.reject(dead);
    const id = next;
    next += 1;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      post(id);
    });
  };
  return {
    ask: (request) => expect((id) => worker.post({ ...request, id } as Request, portsOf(request))),
    answered: () => expect(() => undefined),
    kill: die,
    get dead() {
      return dead;
    },
    get busy() {
      return pending.size > 0;
    },
  };
}

/** How long a database may take to start. */
export interface BootLimits {
  /**
   * When the files are there: the time limit counts from then, since a download takes as long as it takes. Rejects where
   * they do not come; whoever fetches them gives up where nothing comes for a while.
   */
  readonly arrived: Promise<void>;
  readonly timeoutMs: number;
}

/** Waits until a line's database is open, or throws an EngineFault: never waits for ever. */
export async function bootLine(line: Line, opened: Promise<unknown>, limits: BootLimits): Promise<void> {
  const { arrived, timeoutMs } = limits;
  let endWatch = () => {};
  opened.catch(() => undefined);
  try {
    // A worker may die while its files are still on their way.
    await Promise.race([arrived, opened]);
    const late = `the database did not start within ${timeoutMs / 1000} s`;
    endWatch = whenAwakeFor(timeoutMs, () => line.kill(new EngineFault('boot-timeout', late)));
    await opened;
  } finally {
    endWatch();
  }
}

async function runOn(
  line: Pick<Line, 'ask' | 'kill'>,
  sql: string,
  limits: Limits,
  stopped: () => boolean,
): Promise<Run> {
  const began = performance.now();
  let late = false;
  const endWatch = whenAwakeFor(limits.timeoutMs, () => {
    late = true;
    line.kill(new EngineFault('closed', 'the time limit passed'));
  });
  try {
    const reply = await line.ask({ op: 'run', sql, caps: capsOf(limits) });
    if (reply.kind !== 'run') throw new EngineFault('crashed', 'the worker answered another question');
    return reply.value;
  } catch (thrown) {
    if (late) return { kind: 'timeout', afterMs: limits.timeoutMs };
    if (stopped()) return { kind: 'stopped', afterMs: performance.now() - began };
    throw thrown;
  } finally {
    endWatch();
  }
}

/** A session over a booted line. `onClose` is told once, however it ended; the line is its own again from then on. */
export function createSession(line: Line, onClose: () => void): Session {
  let stopped = false;
  let told = false;
  const tell = () => {
    if (!told) onClose();
    told = true;
  };
  const ask = (request: Ask): Promise<Value> =>
    stopped ? Promise.reject(new EngineFault('closed', 'the session is closed')) : line.ask(request);
  return {
    get ended() {
      return stopped || line.dead !== undefined;
    },
    async run(sql, limits) {
      try {
        return await runOn({ ask, kill: line.kill }, sql, limits, () => stopped);
      } finally {
        if (line.dead) tell();
      }
    },
    async parse(sql): Promise<Parsed> {
      const reply = await ask({ op: 'parse', sql });
      if (reply.kind !== 'parsed') throw new EngineFault('crashed', 'the worker answered another question');
      return reply.value;
    },
    async close() {
      stopped = true;
      if (line.busy) line.kill(new EngineFault('closed', 'the session is closed'));
      tell();
    },
  };
}
