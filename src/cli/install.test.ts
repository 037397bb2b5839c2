import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tellProgress } from '../../scripts/count-packages.mjs';
import { folderProblem } from '../../scripts/installed.mjs';
import { npmProblem } from '../../scripts/npm-problem.mjs';
import { tryPort } from '../../scripts/toolchain.mjs';

const PROJECT = resolve(import.meta.dirname, '../..');

let folder: string;
beforeEach(() => {
  // On a Mac the folder for such things lies behind a link.
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'planwright-install-')));
  for (const name of ['scripts', 'package.json', 'package-lock.json'])
    cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Said {
  readonly code: number | null;
  readonly text: string;
}

/** How far the installation is, which is told every half minute. */
const SO_FAR = /^planwright: \d+ of \d+ packages are there .*\n/gm;

/** A command of the project in a copy without packages, with npm's cache empty and a registry of the test's own. */
function command(registry: string, more: NodeJS.ProcessEnv = {}): Promise<Said> {
  const env = {
    ...process.env,
    ...more,
    npm_config_registry: registry,
    npm_config_cache: join(folder, 'cache'),
    npm_config_fetch_retries: '0',
  };
  const child = spawn(process.execPath, ['scripts/run.mjs', '--version'], { cwd: folder, env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  return new Promise((ended) => child.on('close', (code) => ended({ code, text: text.replace(SO_FAR, '') })));
}

async function withRegistry(answer: RequestListener): Promise<Said & { readonly host: string }> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const said = await command(`http://${host}/`);
  server.close();
  return { ...said, host };
}

const BEGUN = 'planwright: installing packages, once: a minute or so\n';
const FAILED = 'planwright: the packages could not be installed: ';

describe('an installation that fails says why in one line', () => {
  it('where there is no network', async () => {
    const free = await tryPort(0);
    const host = `127.0.0.1:${'bound' in free ? free.bound : 0}`;
    expect(await command(`http://${host}/`)).toEqual({
      code: 1,
      text: `${BEGUN}${FAILED}${host} cannot be reached (ECONNREFUSED): is there a network?\n`,
    });
  });

  it('where the registry is out of order, or is none', async () => {
    const broken = await withRegistry((_, response) => response.writeHead(404).end('{}'));
    expect(broken.text).toBe(
      `${BEGUN}${FAILED}${broken.host} answers 404: “npm config get registry” says which registry is asked\n`,
    );
    const login = await withRegistry((_, response) => response.end('<html>Log in</html>'));
    expect(login.text).toBe(
      `${BEGUN}${FAILED}${login.host} does not answer as an npm registry does: does the network ask for a login first?\n`,
    );
    expect([broken.code, login.code]).toEqual([1, 1]);
  });

  it('where npm says something else: in npm’s own words', async () => {
    writeFileSync(join(folder, 'package-lock.json'), '{');
    const { code, text } = await command('http://127.0.0.1:1/');
    expect(code).toBe(1);
    expect(text.startsWith(BEGUN)).toBe(true);
    expect(text).toMatch(/^npm \S+ code EUSAGE$/m);
    expect(text.endsWith(`\n${FAILED}the lines above say why\n`)).toBe(true);
  });
});

describe('what npm says', () => {
  const said = (...lines: readonly string[]) => lines.map((line) => `npm error ${line}\n`).join('');

  it.each([
    [['code ENOSPC', 'syscall write'], 'the disk is full'],
    [['code EACCES', 'syscall mkdir', 'path /srv/course'], '/srv/course cannot be written (EACCES)'],
    [
      ['code SELF_SIGNED_CERT_IN_CHAIN', 'request to https://somebody:secret@npm.example/zod failed'],
      'npm.example has a certificate that is not trusted (SELF_SIGNED_CERT_IN_CHAIN): NODE_EXTRA_CA_CERTS may name a file with others',
    ],
  ])('of %j is put in few words', (lines, problem) => {
    expect(npmProblem(said(...lines))).toBe(problem);
    expect(npmProblem(said(...lines).replaceAll('npm error', 'npm ERR!'))).toBe(problem);
  });
});

describe('a folder', () => {
  it('that nothing can be put into is named, with why', () => {
    expect(folderProblem(folder, 899.5)).toBe(`${folder} has 899 MB free, and the packages take 900`);
    expect(folderProblem(folder, 5000)).toBeUndefined();
    expect(folderProblem('/dev/null/course', 5000)).toBe('/dev/null/course cannot be written (ENOTDIR)');
  });
});

describe('a place with a # in its path', () => {
  it('is told before anything is installed there', async () => {
    const place = join(folder, 'course #2');
    cpSync(join(folder, 'scripts'), join(place, 'scripts'), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(place, 'scripts', 'build.mjs')], {
      encoding: 'utf8',
    });
    const problem = `the build tools cannot read a path with “#” in it: move the project out of ${place}`;
    expect({ status, stderr }).toEqual({ status: 1, stderr: `planwright: ${problem}\n` });
  });
});

describe('an installation', () => {
  it('has all the tools, whatever is set for other projects', async () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'npm'), '#!/bin/sh\necho "npm error told $*"\nexit 1\n', { mode: 0o755 });
    const PATH = [bin, process.env.PATH].join(delimiter);
    const { text } = await command('http://127.0.0.1:1/', { PATH, NODE_ENV: 'production' });
    expect(text).toMatch(/told ci .*--include=dev --include=optional/);
  });
});

describe('an installation that takes long', () => {
  afterEach(() => void vi.useRealTimers());

  it('says how far it is, and whether anything comes at all, until it is over', () => {
    vi.useFakeTimers();
    const packages = {
      '': {},
      'node_modules/a': {},
      'node_modules/b': {},
      'node_modules/for-macs': { optional: true },
    };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    const said: string[] = [];
    const stop = tellProgress(folder, 30_000, (line) => said.push(line));
    vi.advanceTimersByTime(30_000);
    mkdirSync(join(folder, 'node_modules', 'a'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', 'a', 'package.json'), '{}');
    vi.advanceTimersByTime(30_000);
    stop();
    vi.advanceTimersByTime(30_000);
    expect(said).toEqual([
      'planwright: 0 of 2 packages are there after 30 s, and the registry has sent none so far',
      'planwright: 1 of 2 packages are there after 60 s',
    ]);
  });
});
