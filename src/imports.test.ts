import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = import.meta.dirname;

/** Rooms that each room may import from, itself left out. `engine.ts` and `manifest.ts` are types that any may use, `crash-code.ts` names what was thrown. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  sql: [],
  plan: ['sql'],
  checks: ['sql', 'plan'],
  exercise: ['sql', 'checks'],
  course: ['sql', 'plan', 'checks', 'exercise'],
  grader: ['sql', 'plan', 'checks', 'exercise'],
  engine: ['sql'],
  session: ['sql', 'plan', 'checks', 'exercise', 'course', 'grader'],
  progress: [],
  islands: ['sql', 'plan', 'checks', 'exercise', 'grader', 'session', 'progress'],
  authoring: ['checks', 'exercise', 'course'],
  lesson: ['course', 'islands', 'progress', 'site', 'authoring'],
  site: ['checks', 'exercise', 'course', 'islands', 'progress', 'authoring', 'styles'],
  layouts: [],
  pages: ['layouts', 'lesson', 'site', 'islands', 'session', 'authoring'],
  cli: [
    'sql',
    'plan',
    'checks',
    'exercise',
    'course',
    'grader',
    'session',
    'engine',
    'lesson',
    'authoring',
    'progress',
    'export',
  ],
  export: ['progress', 'exercise', 'authoring'],
  vite: ['lesson', 'engine', 'site'],
  styles: [],
};

/** The places where programs are put together, and so where an engine's implementation is chosen. */
const COMPOSITION_ROOTS = ['islands/engine.ts', 'islands/early-start.ts', 'islands/sqlite.ts'];
/** Likewise on the command line; what opens an engine is imported nowhere else. */
const NODE_ROOTS = ['cli/prepare.ts', 'cli/on-server/open-server.ts'];
const IMPLEMENTATION = /^engine\/((browser|node|postgres|worker)-engine|sqlite\/(browser|node)-sqlite)\.ts$/;
const SHARED = ['engine/engine.ts', 'engine/manifest.ts', 'engine/crash-code.ts'];
const PURE = ['sql', 'plan', 'checks', 'exercise', 'course', 'grader'];
/** The packages that pure code may use: they parse, check and compare texts. Types of trees are erased. */
const PURE_PACKAGES =
  /^(libpg-query|zod|yaml|fastest-levenshtein|unified|remark-\w+|mdast|mdast-util-mdx|estree)$/;
/** What pure code would take from outside without an import. */
const AMBIENT =
  /\b(Date\.now|new Date\(|performance\.now|Math\.random|set(?:Timeout|Interval)\(|fetch\(|globalThis|process\.(?:env|argv|cwd)|crypto\.|localStorage|window\.\w)/;

interface Import {
  readonly from: string;
  readonly to: string;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|astro)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const IMPORT =
  /(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|import\s+['"]([^'"]+)['"]/g;

function importsOf(file: string): Import[] {
  const from = relative(SOURCE, file);
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    return { from, to: target.startsWith('.') ? relative(SOURCE, resolve(dirname(file), target)) : target };
  });
}

const isTest = (file: string) =>
  /\.test\.tsx?$|\/gate-cases\.ts$|\/contract(-answers|-endings|-session)?\.ts$|\/corpus\/|\/attacks\//.test(
    file,
  );
const imports = listFiles(SOURCE)
  .flatMap(importsOf)
  .filter(({ from }) => !isTest(from));
const roomOf = (path: string) => path.split('/')[0] ?? '';
const isOwn = ({ to }: Import) => to.includes('/') && roomOf(to) in MAY;
const isInRoom = ({ from }: Import) => from.includes('/');

describe('imports', () => {
  it('are found at all', () => {
    expect(imports.filter(isOwn).length).toBeGreaterThan(200);
  });

  it('go from a room only to the rooms below it', () => {
    const wrong = imports
      .filter(isInRoom)
      .filter(isOwn)
      .filter(({ from, to }) => {
        if (SHARED.includes(to)) return false;
        if (COMPOSITION_ROOTS.includes(from) && roomOf(to) === 'engine') return false;
        return roomOf(from) !== roomOf(to) && !(MAY[roomOf(from)] ?? []).includes(roomOf(to));
      });
    expect(wrong).toEqual([]);
  });

  it('are known of every room, and none is allowed that there is not', () => {
    const folders = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(Object.keys(MAY).sort()).toEqual(folders.map(({ name }) => name).sort());
    const there = new Set(imports.map(({ from, to }) => `${roomOf(from)} -> ${roomOf(to)}`));
    const allowed = Object.entries(MAY).flatMap(([room, may]) => may.map((other) => `${room} -> ${other}`));
    expect(allowed.filter((arrow) => !there.has(arrow))).toEqual([]);
  });

  it('of pure rooms reach no package but those that parse, check and compare', () => {
    const outside = imports.filter((one) => PURE.includes(roomOf(one.from)) && !isOwn(one));
    const wrong = outside.filter(({ to }) => !PURE_PACKAGES.test(to));
    expect(wrong).toEqual([]);
  });

  it('of an engine’s implementation are where programs are put together', () => {
    const roots = [...COMPOSITION_ROOTS, ...NODE_ROOTS];
    const found = imports.filter(({ from, to }) => IMPLEMENTATION.test(to) && roomOf(from) !== 'engine');
    expect(found.filter(({ from }) => !roots.includes(from))).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(3);
  });

  it('are not all that pure rooms do without: they ask no clock, chance or network either', () => {
    const files = PURE.flatMap((room) => listFiles(join(SOURCE, room))).filter((file) => {
      return !isTest(relative(SOURCE, file));
    });
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => AMBIENT.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('of React stay in the islands', () => {
    const wrong = imports.filter(({ from, to }) => /^react/.test(to) && roomOf(from) !== 'islands');
    expect(wrong).toEqual([]);
  });
});
