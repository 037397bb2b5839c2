import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveSite, planOutDir } from '../../scripts/out-dir.mjs';
import { serve } from '../../scripts/serve.mjs';
import { launchChromium } from './bench/launch-chromium.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
/** Each checkout has a folder of its own, as two may run their tests at once; and the same one each time. */
const CHECKOUT = createHash('sha256').update(PROJECT).digest('hex').slice(0, 12);
const FOLDER = join(tmpdir(), `planwright-own-course-${CHECKOUT}`);
const SITE = join(FOLDER, 'site');
const BASE = '/db2/';
/** As a person writes it. */
const WRITTEN_BASE = 'db2';

/** For each step in the browser. Beside other tests, on a busy machine, the search alone has taken 24 s. */
const WAIT_MS = 60_000;

/** What Vitest sets, and Vite would take for the site's own. */
const OF_THE_TEST = new Set(['NODE_ENV', 'VITEST', 'TEST', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL']);

/** Runs one of the build's steps as `npm run build` does, with the course file of the folder. */
function step(command: string, ...args: readonly string[]): string {
  const done = spawnSync(command, args, {
    cwd: PROJECT,
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_TEST.has(name))),
      PLANWRIGHT_CONFIG: join(FOLDER, 'planwright.config.yaml'),
      BASE_PATH: WRITTEN_BASE,
    },
  });
  if (done.status !== 0) throw new Error(`${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

const page = (path: string) => readFileSync(join(SITE, path, 'index.html'), 'utf8');

/** Built in a folder outside the project, from nothing but what is in it. */
describe('a course of somebody’s own', () => {
  let checked = '';
  beforeAll(async () => {
    await rm(FOLDER, { recursive: true, force: true });
    await cp(join(import.meta.dirname, 'fixtures', 'own-course'), FOLDER, { recursive: true });
    step(process.execPath, 'src/cli/snapshots.ts');
    checked = step(process.execPath, 'src/cli/check.ts');
    const { args, from = '', to = '' } = planOutDir(PROJECT, ['--outDir', SITE], PROJECT);
    step(join(PROJECT, 'node_modules', '.bin', 'astro'), 'build', ...args);
    moveSite(from, to);
  }, 600_000);
  afterAll(() => rm(FOLDER, { recursive: true, force: true }));

  it('is checked: its lesson and its exercise, and nothing of ours', () => {
    expect(checked).toContain('ok   week-one/first-look: 3 blocks, 2 claims');
    expect(checked).toContain('ok   slow-desk: 2 right, 3 wrong answers');
    expect(checked).toMatch(/^1 lesson \(.*, 1 exercise \(.*, 0 problems$/m);
  });

  it('has its own title, colour, pages and data', () => {
    const home = page('');
    expect(home).toContain('<h1 id="_top"');
    expect(home).toMatch(/<h1[^>]*>Help desks<\/h1>/);
    expect(home).toContain('<title>Help desks</title>');
    expect(home).toContain('--pw-accent:#8a1f4b');
    expect(home).not.toContain('200,000 orders');
    expect(page('learn/week-one/first-look')).toMatch(/It reads <span[^>]*>[\d,]{3,}<\/span>\spages/);
    expect(page('exercises/slow-desk')).toContain('One customer calls');
    const manifest = JSON.parse(readFileSync(join(SITE, 'engine', 'manifest.json'), 'utf8'));
    expect(Object.keys(manifest.datasets).sort()).toEqual(['desk', 'empty']);
    expect(page('exercises/slow-desk')).toContain(manifest.datasets.desk.boot.file);
    const scripts = readdirSync(join(SITE, '_astro')).filter((file) => file.endsWith('.js'));
    const texts = scripts.map((file) => readFileSync(join(SITE, '_astro', file), 'utf8'));
    expect(texts.some((text) => text.includes(manifest.datasets.desk.relations.file))).toBe(true);
  });

  it('works in a browser under its sub-path: pages, workers, the engine and the search', async () => {
    const { address, close } = await serve({ dist: SITE, base: BASE, port: 0 });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(WAIT_MS);
      const elsewhere: string[] = [];
      const wrong: string[] = [];
      page.on('request', (request) => {
        if (/^https?:/.test(request.url()) && !request.url().startsWith(address))
          elsewhere.push(request.url());
      });
      page.on('response', (response) => {
        if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      page.on('pageerror', (error) => wrong.push(error.message));
      const opened = await page.goto(`${address}exercises/slow-desk/`);
      expect(opened?.headers()['content-security-policy']).toContain("default-src 'self'");
      await page.getByRole('button', { name: 'Scratch' }).click();
      await page.getByRole('region', { name: 'Editor' }).getByRole('textbox').first().fill('select 6 * 7;');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByRole('tabpanel', { name: 'Results' }).getByText('42', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      const search = page.getByRole('dialog', { name: 'Search' });
      await search.getByRole('searchbox').fill('tickets');
      const hit = search.getByRole('link').first();
      await hit.waitFor().catch(async (cause: unknown) => {
        const said = await search.getByRole('status').textContent();
        console.error(`No hit; the search says “${said}”, the browser: ${wrong.join(', ')}`);
        throw cause;
      });
      await hit.click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(page.url().startsWith(address)).toBe(true);
      expect({ elsewhere, wrong }).toEqual({ elsewhere: [], wrong: [] });
    } finally {
      await browser.close();
      close();
    }
  });

  it('holds the engine’s files once, packed, and the notices of what it is made of', () => {
    const files = readdirSync(join(SITE, '_astro'));
    expect(files.filter((file) => /^(pglite|initdb)/.test(file))).toEqual([]);
    expect(readFileSync(join(SITE, 'third-party-notices.txt'), 'utf8')).toContain('## PostgreSQL');
    expect(readFileSync(join(SITE, '_headers'), 'utf8').startsWith(`${BASE}*\n`)).toBe(true);
  });

  it('opens the playground on its own data, and shows components that none of its lessons uses', () => {
    expect(page('playground')).toContain('select * from tickets limit 20;');
    expect(page('teach')).toMatch(/From <code[^>]*>docs\/components\.mdx</);
    expect(page('teach')).toMatch(/seen from this file: (&lt;|&#x3C;)module/);
  });

  it('leaves out what it says', () => {
    expect(existsSync(join(SITE, 'learn', 'week-two'))).toBe(false);
    expect(page('learn/week-one/first-look')).not.toMatch(/>Draft</);
    expect(page('')).not.toContain('/interview/');
  });

  it('has no link that leads out of its sub-path or nowhere', () => {
    const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    const links = pages.flatMap((path) => [
      ...readFileSync(join(SITE, path), 'utf8').matchAll(/(?:href|src)="(\/[^"#?]*)/g),
    ]);
    const targets = [...new Set(links.map(([, target = '']) => target))];
    expect(targets.length).toBeGreaterThan(10);
    const dead = targets.filter((target) => {
      const file = join(SITE, target.slice(BASE.length));
      return !(target.startsWith(BASE) && (existsSync(file) || existsSync(join(file, 'index.html'))));
    });
    expect(dead).toEqual([]);
  });
});
