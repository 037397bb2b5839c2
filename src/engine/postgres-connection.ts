import { Client, type ClientConfig } from 'pg';
import type { Database } from './database.ts';
import { EngineFault } from './engine.ts';
import { type Answer, type AnswerReader, createAnswerReader, encodeQuery } from './wire.ts';

/** One connection to one scratch database, spoken to as the embedded engine is. */
export interface ServerConnection extends Database {
  /** The server's process behind it. */
  readonly pid: number;
  /** Why nothing more can be asked of it; undefined while it is open. */
  readonly dead: EngineFault | undefined;
  /** Lets go of the socket: what waits for an answer fails with this fault. */
  end(why: EngineFault): void;
}

const CONNECT_TIMEOUT_MS = 10_000;

/** Reasons by PostgreSQL's and the system's own codes; the rest is said in the server's words. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ENOENT: 'there is no such socket',
  EACCES: 'the socket may not be used by this user',
  '28P01': 'the password is wrong',
  '28000': 'this user may not log in',
  '3D000': 'there is no such database',
  '53300': 'it has no free connection',
  '57P03': 'it is starting up or shutting down',
};

function codeOf(thrown: unknown): string {
  if (thrown instanceof AggregateError) return codeOf(thrown.errors[0]);
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return '';
  return String(thrown.code);
}

/** Where a server is. */
export interface ServerAddress {
  readonly url: string;
  /** User, host and database, without the password. */
  readonly label: string;
}

/**
 * Reads `DATABASE_URL`. Settings of the connection in it are left out: every session has the embedded engine's. Throws
 * an EngineFault where it is no address.
 */
export function readAddress(url: string): ServerAddress {
  try {
    const address = new URL(url);
    if (!/^postgres(ql)?:$/.test(address.protocol))
      throw new TypeError(`not an address: ${address.protocol}`);
    for (const name of ['options', 'application_name']) address.searchParams.delete(name);
    const { user, host, port, database } = new Client({ connectionString: address.href });
    return {
      url: address.href,
      label: `${user ?? 'the default user'} on ${host}, port ${port}, database ${database ?? ''}`,
    };
  } catch {
    throw new EngineFault(
      'init-failed',
      'DATABASE_URL is no address of a PostgreSQL server. Write postgresql://user:password@host:5432/postgres',
    );
  }
}

function unreachable({ label }: ServerAddress, thrown: unknown): EngineFault {
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  const why = REASONS[codeOf(thrown)] ?? words;
  return new EngineFault(
    'init-failed',
    `the server cannot be used (${label}): ${why}. Start it, or correct DATABASE_URL`,
    { cause: thrown },
  );
}

/** Connects with the `pg` package, which knows passwords and TLS. Throws an EngineFault that says why it cannot. */
export async function connectClient(address: ServerAddress, config: ClientConfig): Promise<Client> {
  const client = new Client({
    ...config,
    connectionString: address.url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // Without a listener, a server that goes away ends the process. Whoever asks next is told.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (thrown) {
    void client.end().catch(() => {});
    throw unreachable(address, thrown);
  }
  return client;
}

interface Waiting {
  readonly reader: AnswerReader;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: EngineFault) => void;
}

/**
 * Opens a session of its own in a database. `pg` shakes hands; after that the stream is read by `wire.ts`, which keeps
 * text cells as they are and skips what is beyond the caps on rows and bytes without storing it.
 */
export async function openConnection(
  address: ServerAddress,
  database: string,
  options: string,
): Promise<ServerConnection> {
  const url = new URL(address.url);
  url.pathname = `/${database}`;
  const there = { ...address, url: url.href };
  const client = await connectClient(there, { options, application_name: 'planwright' });
  const pid = await readPid(client);
  const { stream } = client.connection;
  stream.removeAllListeners('data');
  let waiting: Waiting | undefined;
  let dead: EngineFault | undefined;
  const end = (why: EngineFault) => {
    if (dead) return;
    dead = why;
    stream.destroy();
    waiting?.reject(why);
    waiting = undefined;
  };
  const lost = () => end(new EngineFault('crashed', lostMessage(waiting)));
  stream.on('data', (chunk: Buffer) => {
    waiting?.reader.push(chunk);
    if (!waiting?.reader.isReady()) return;
    const { resolve, reader } = waiting;
    waiting = undefined;
    resolve(reader.answer());
  });
  stream.on('error', lost);
  stream.on('close', lost);
  return {
    pid,
    get dead() {
      return dead;
    },
    end,
    query(sql, caps) {
      if (dead) return Promise.reject(dead);
      if (waiting) return Promise.reject(new EngineFault('crashed', 'a statement is still running'));
      return new Promise((resolve, reject) => {
        waiting = { reader: createAnswerReader(caps), resolve, reject };
        stream.write(encodeQuery(sql));
      });
    },
  };
}

function lostMessage(waiting: Waiting | undefined): string {
  const said = waiting?.reader.answer().error?.M;
  return `the server closed the connection${said ? `: ${said}` : ''}`;
}

async function readPid(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}
