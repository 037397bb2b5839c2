import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { findNode, nodeProblem, noNodeFor, runBeside, tryPort } from '../../scripts/toolchain.mjs';
import { commandFolder } from './fixtures/command-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

const { folder, script } = commandFolder();

function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      ready({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}

/** Resolves with what a command said when it ended; ends it where it goes on. */
function said(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, args, { cwd: PROJECT, env: { ...process.env, ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  return new Promise((ended) => child.on('close', (code) => ended({ code, text })));
}

describe('what is wrong is said in one line', () => {
  it('where Node is too old', () => {
    expect(nodeProblem('18.20.1')).toBe(
      'Node 18.20.1 is too old: install Node 20 or later from https://nodejs.org',
    );
    expect(['20.0.0', '22.3.0', '24.1.0'].map(nodeProblem)).toEqual([undefined, undefined, undefined]);
  });

  it('where Node is so old that it cannot read the scripts', () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    const own = Object.values<string>(scripts).filter((line) => line.includes('scripts/'));
    expect(own.filter((line) => !line.startsWith('node -r ./scripts/old-node.cjs scripts/'))).toEqual([]);
    const old =
      "Object.defineProperty(process.versions, 'node', { value: '12.22.9' }); require('./scripts/old-node.cjs')";
    const { status, stderr } = spawnSync(process.execPath, ['-e', old], { cwd: PROJECT, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'planwright: Node 12.22.9 is too old: install Node 20 or later from https://nodejs.org\n',
    });
  });

  it('where the port is taken, before anything is built', async () => {
    const { server, port } = await listen();
    const { code, text } = await said(['scripts/start.mjs'], { PORT: String(port) });
    server.close();
    expect({ code, text }).toEqual({
      code: 1,
      text: `planwright: port ${port} is taken: PORT=${port + 1} npm start\n`,
    });
  });

  it('where the port is none', async () => {
    const { code, text } = await said(['scripts/start.mjs'], { PORT: 'http' });
    expect({ code, lines: text.trim().split('\n') }).toEqual({
      code: 1,
      lines: ['planwright: PORT is “http”, and a port is a number up to 65535'],
    });
  });
});

describe('a free port', () => {
  it('is found, and a taken one is told', async () => {
    expect(await tryPort(0)).toEqual({ bound: expect.any(Number) });
    const { server, port } = await listen();
    expect(await tryPort(port)).toMatchObject({ error: { code: 'EADDRINUSE' } });
    server.close();
  });
});

describe('a Node for the build tools', () => {
  const old = { version: 'v20.19.2', execPath: '/usr/bin/node' };
  const find = (running = old) => findNode(running, folder(), { PATH: folder() });
  const npx = (line: string, code = 0) => script('npx', `echo '${line}'`, `exit ${code}`);

  it('is the one that is running where it is new enough', () => {
    expect(find({ version: 'v22.19.0', execPath: '/opt/node/bin/node' })).toBe('/opt/node/bin');
  });

  it('is the one that the packages bring along, where it runs', () => {
    const { platform, arch } = process;
    // Of a package there is no link among the commands where npm is older than 10.
    for (const bin of ['.bin', `node-${platform}-${arch}/bin`, `node-bin-${platform}-${arch}/bin`]) {
      mkdirSync(join(folder(), bin), { recursive: true });
      script(`${bin}/node`, 'echo v24.21.0');
      expect(find()).toBe(join(folder(), bin));
      script(`${bin}/node`, 'exit 127');
      expect(find()).toBeUndefined();
    }
  });

  it('is one that npx fetches, and not the old one that npx falls back to', () => {
    npx('v24.21.0 /somewhere else/bin/node');
    expect(find()).toBe('/somewhere else/bin');
    npx('v20.19.2 /usr/bin/node');
    expect(find()).toBeUndefined();
    npx('v24.21.0 /somewhere/bin/node', 1);
    expect(find()).toBeUndefined();
  });

  it('is said to be missing, with what to do on this system', () => {
    const why = 'Node 20.19.2 is too old for the build tools, and a newer one could not be fetched: ';
    expect(noNodeFor('20.19.2', true)).toBe(`${why}install nodejs 22.19 or later from the system's packages`);
    expect(noNodeFor('20.19.2', false)).toBe(`${why}install Node 22.19 or later from https://nodejs.org`);
  });
});

describe('a tool of the project', () => {
  it('is run, and none of its name that comes first on the PATH', async () => {
    script('biome', 'echo another one');
    const { code, said } = await runBeside('biome', ['--version'], {
      PATH: [folder(), process.env.PATH].join(delimiter),
    });
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^Version: \d/) });
  });
});

describe('a command', () => {
  it('is run with its arguments, what it says and its exit code', async () => {
    const file = join(folder(), 'said.mjs');
    writeFileSync(file, 'console.log(JSON.stringify(process.argv.slice(2))); process.exit(3);');
    const { code, text } = await said(['scripts/run.mjs', file, '--json', 'a b'], {});
    expect({ code, text }).toEqual({ code: 3, text: '["--json","a b"]\n' });
  });

  it('that somebody ends has not failed: nothing is said about it', async () => {
    const lines = `import { fail, run } from './scripts/toolchain.mjs';
      const code = await run('node', ['-e', 'console.log("runs"); setTimeout(() => {}, 60_000)']);
      fail('it has failed: ' + code);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', lines], { cwd: PROJECT });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    child.stdout.once('data', () => child.kill('SIGINT'));
    const code = await new Promise((ended) => child.on('close', ended));
    expect({ code, text }).toEqual({ code: 130, text: 'runs\n' });
  });
});

describe('the server of a built site', () => {
  it('serves what a new build wrote, with its headers', async () => {
    const build = (name: string, at: number) => {
      writeFileSync(join(folder(), `${name}.txt`), name);
      writeFileSync(join(folder(), '_headers'), `/*\n  X-Build: ${name}\n`);
      writeFileSync(join(folder(), '.built'), '{}');
      utimesSync(join(folder(), '.built'), at, at);
    };
    build('first', 1000);
    const { address, close } = await serve({ dist: folder(), port: 0 });
    const get = async (name: string) => {
      const answer = await fetch(`${address}${name}.txt`);
      return `${answer.status} ${answer.headers.get('X-Build')}`;
    };
    expect([await get('first'), await get('second')]).toEqual(['200 first', '404 first']);
    build('second', 2000);
    expect(await get('second')).toBe('200 second');
    close();
  });

  it('answers an address that cannot be read, and goes on', async () => {
    writeFileSync(join(folder(), 'index.html'), 'home');
    const { address, close } = await serve({ dist: folder(), port: 0 });
    const { port } = new URL(address);
    const answer = await new Promise<string>((ended) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('GET // HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      });
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('close', () => ended(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(await (await fetch(address)).text()).toBe('home');
    close();
  });
});
