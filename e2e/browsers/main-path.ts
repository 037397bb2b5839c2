/** The main path of a learner in another browser than Chromium, on the built site: `npm run test:firefox`, `test:webkit`. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { openFirefox } from './firefox.ts';
import { type Reader, refuse } from './reader.ts';
import { serveRefusing } from './refuse-part.ts';
import { openWebKit } from './webkit.ts';

const DIST = join(import.meta.dirname, '..', '..', 'dist');

const BROWSERS: Readonly<Record<string, () => Promise<Reader>>> = {
  firefox: openFirefox,
  webkit: openWebKit,
};

async function exerciseOnTheHomePage(reader: Reader, home: string): Promise<void> {
  await reader.goto(home);
  await reader.write('select 1;');
  await reader.press('Check');
  await reader.expectText('[aria-label="Checks"] [role="status"]', 'Not yet');
  await reader.write('create index on orders (customer_id);');
  await reader.press('Check');
  await reader.expectText('[aria-label="Checks"] [role="status"]', 'Exercise passed');
  await reader.expectText('[aria-label="Checks"] li', 'Bitmap Heap Scan');
}

async function blockOfALesson(reader: Reader, home: string): Promise<void> {
  await reader.goto(`${home}learn/indexing/equality/`);
  await reader.press('Run');
  await reader.expectText('pw-sql [aria-label="Plan"]', 'Seq Scan');
}

/** The second engine is a worker of its own, with a WebAssembly of its own. */
async function blockOnSqlite(reader: Reader, home: string): Promise<void> {
  await reader.goto(`${home}learn/engines/in-the-app/`);
  await reader.press('Run', 'month-there');
  await reader.expectText('#month-there [aria-label="Plan"]', 'SEARCH orders USING COVERING INDEX');
}

async function lookInside(reader: Reader, home: string): Promise<void> {
  await reader.goto(`${home}exercises/one-customers-orders/`);
  await reader.press('Try this query');
  await reader.expectText('[aria-label="Results"]', '22 rows');
  await reader.press('Pages');
  await reader.press('Show the pages');
  await reader.expectText('[aria-label="Pages"]', 'The query looked at');
}

/** A part that fails for longer than the site insists is told of, and comes when it is asked for once more. */
async function partThatFails(reader: Reader, home: string): Promise<void> {
  const site = await serveRefusing(home, /_astro\/machine-panes\..*\.js$/, 3);
  await reader.goto(`${site.address}exercises/one-customers-orders/`);
  await reader.press('Pages');
  await reader.expectText('[aria-label="Pages"] [role="alert"]', 'its part of the page did not load');
  await reader.press('Results');
  await reader.press('Pages');
  await reader.expectText('[aria-label="Pages"] button', 'Show the pages');
  site.close();
}

async function mistakes(reader: Reader, home: string): Promise<void> {
  await reader.goto(`${home}exercises/one-customers-orders/`);
  await reader.write('selct 1;');
  await reader.press('Run');
  await reader.expectText('[aria-label="Results"]', 'syntax error at or near');
  await reader.write('select pg_sleep(1000);');
  await reader.press('Run');
  await reader.press('Stop');
  await reader.expectText('[aria-label="Results"]', 'you stopped it');
}

async function walk(open: () => Promise<Reader>): Promise<void> {
  const reader = await open();
  const site = await serve({ dist: DIST, port: 0 });
  try {
    for (const step of [
      exerciseOnTheHomePage,
      blockOfALesson,
      blockOnSqlite,
      lookInside,
      mistakes,
      partThatFails,
    ]) {
      await step(reader, site.address);
      console.log(`ok   ${step.name}`);
    }
    assert.deepEqual(await reader.errors(), [], 'errors on the way');
    console.log(`planwright: the main path works in ${reader.browser}`);
  } catch (thrown) {
    console.error(
      `The page says:\n${await reader.text().catch(String)}\n${await reader.errors().catch(String)}\n`,
    );
    throw thrown;
  } finally {
    await reader.close();
    site.close();
  }
}

const [name = ''] = process.argv.slice(2);
const open = BROWSERS[name] ?? refuse(`name a browser: ${Object.keys(BROWSERS).join(' or ')}`);
if (!existsSync(join(DIST, 'index.html'))) refuse('nothing is built: run npm run build first');
await walk(open).catch(({ message }: Error) => refuse(`the main path does not work: ${message}`));
