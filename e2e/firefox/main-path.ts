/** The main path of a learner in a real Firefox, against the built site: `npm run test:firefox`. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { serve } from '../../scripts/serve.mjs';

const DIST = join(import.meta.dirname, '..', '..', 'dist');
const NAMES = ['firefox', 'firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** The first Firefox that starts: the one of `FIREFOX_PATH`, or one on the `PATH`. */
function findFirefox(): string | undefined {
  const named = [process.env.FIREFOX_PATH ?? [], NAMES].flat();
  const places = named.flatMap((name) => (name.includes('/') ? name : pathsOf(name)));
  return places.find((place) => spawnSync(place, ['--version'], { stdio: 'ignore' }).status === 0);
}

function pathsOf(name: string): readonly string[] {
  const found = (process.env.PATH ?? '').split(':').map((folder) => join(folder, name));
  return found.filter((path) => existsSync(path));
}

async function press(page: Page, name: string): Promise<void> {
  const label = `//main//button[not(@disabled or @role)][starts-with(normalize-space(.), "${name}")]`;
  const button = await page.waitForSelector(`::-p-xpath(${label})`);
  await button?.click();
}

/** Waits for a text, and says which one did not come. */
async function expectText(page: Page, selector: string, text: string): Promise<void> {
  const isThere = (where: string, what: string) =>
    Array.from(document.querySelectorAll(where)).some((element) => element.textContent?.includes(what));
  await page.waitForFunction(isThere, {}, selector, text).catch(() => assert.fail(`no “${text}” came`));
}

/** Replaces the text of the editor by typing. */
async function write(page: Page, sql: string): Promise<void> {
  await page.locator('.pw-editor-line, .view-line').click();
  await page.waitForSelector('.monaco-editor.focused');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Delete');
  await page.keyboard.type(sql);
  await page.keyboard.press('Escape');
}

async function exerciseOnTheHomePage(page: Page, home: string): Promise<void> {
  await page.goto(home);
  await write(page, 'select 1;');
  await press(page, 'Check');
  await expectText(page, '[aria-label="Checks"] [role="status"]', 'Not yet');
  await write(page, 'create index on orders (customer_id);');
  await press(page, 'Check');
  await expectText(page, '[aria-label="Checks"] [role="status"]', 'Exercise passed');
  await expectText(page, '[aria-label="Checks"] li', 'Bitmap Heap Scan');
}

async function blockOfALesson(page: Page, home: string): Promise<void> {
  await page.goto(`${home}learn/indexing/equality/`);
  await press(page, 'Run');
  await expectText(page, 'pw-sql [aria-label="Plan"]', 'Seq Scan');
}

async function mistakes(page: Page, home: string): Promise<void> {
  await page.goto(`${home}exercises/one-customers-orders/`);
  await write(page, 'selct 1;');
  await press(page, 'Run');
  await expectText(page, '[aria-label="Results"]', 'syntax error at or near');
  await write(page, 'select pg_sleep(1000);');
  await press(page, 'Run');
  await press(page, 'Stop');
  await expectText(page, '[aria-label="Results"]', 'you stopped it');
}

async function walk(executablePath: string): Promise<void> {
  const site = await serve({ dist: DIST, port: 0 });
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    page.setDefaultTimeout(60_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    for (const step of [exerciseOnTheHomePage, blockOfALesson, mistakes]) {
      await step(page, site.address);
      console.log(`ok   ${step.name}`);
    }
    assert.deepEqual(errors, [], 'errors on the way');
    console.log(`planwright: the main path works in ${await browser.version()}`);
  } finally {
    await browser.close();
    site.close();
  }
}

function refuse(line: string): never {
  console.error(`planwright: ${line}`);
  process.exit(1);
}

const firefox =
  findFirefox() ?? refuse('no Firefox found: install one, or set FIREFOX_PATH to its executable');
if (!existsSync(join(DIST, 'index.html'))) refuse('nothing is built: run npm run build first');
await walk(firefox).catch(({ message }: Error) => refuse(`the main path does not work: ${message}`));
