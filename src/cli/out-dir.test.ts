import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveSite, planOutDir } from '../../scripts/out-dir.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'planwright-out-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('where a site is built', () => {
  it('is where Astro says, unless a folder is named', () => {
    expect(planOutDir('/p', ['--verbose'], '/p')).toEqual({ args: ['--verbose'] });
  });

  it('is the folder itself inside the project, seen from where the command was typed', () => {
    expect(planOutDir('/p', ['--outDir', 'out'], '/p/a')).toEqual({ args: ['--outDir', '/p/a/out'] });
  });

  it.each([['--outDir', '/else/site'], ['--outDir=/else/site'], ['--outDir', '../else/site']])(
    'is inside the project, and then moved, for a folder outside it: %s %s',
    (...given: readonly string[]) => {
      const planned = planOutDir('/p', [...given, '--verbose'], '/p');
      expect(planned.to).toBe('/else/site');
      expect(planned.from).toMatch(/^\/p\/\.cache\/site-/);
      expect(planned.args).toEqual(['--outDir', planned.from, '--verbose']);
    },
  );
});

it('a finished site takes away what the last one made, and nothing else', () => {
  const [from, to] = [join(root, 'from'), join(root, 'to')];
  write('to/CNAME', 'mine');
  write('from/index.html', 'old');
  write('from/gone/index.html');
  moveSite(from, to);
  expect(existsSync(from)).toBe(false);
  write('to/gone-not/mine.txt');
  write('from/index.html', 'new');
  moveSite(from, to);
  expect(readFileSync(join(to, 'index.html'), 'utf8')).toBe('new');
  expect(readdirSync(to).sort()).toEqual(['.planwright-files', 'CNAME', 'gone-not', 'index.html']);
});
