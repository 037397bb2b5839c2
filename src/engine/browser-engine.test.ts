import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { launchChromium } from '../cli/bench/launch-chromium.ts';
import { libpgQueryWasm } from '../vite/libpg-query-wasm.ts';
import { describeEngine } from './contract.ts';
import type { AskedEngine, Told } from './contract-page/contract-page.ts';
import { type Engine, EngineFault, type Session } from './engine.ts';

/** The contract in a real browser: the page holds the engine, the suite asks it from outside. */

const ROOT = join(import.meta.dirname, '..', '..');
let dist: string;
let browser: Browser;
let site: { readonly address: string; close(): void };

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'planwright-'));
  await build({
    root: join(import.meta.dirname, 'contract-page'),
    publicDir: join(ROOT, 'public'),
    configFile: false,
    logLevel: 'error',
    plugins: [libpgQueryWasm()],
    worker: { format: 'es', plugins: () => [libpgQueryWasm()], rolldownOptions: { onLog: () => {} } },
    build: { outDir: dist, emptyOutDir: true, target: 'es2022', rolldownOptions: { onLog: () => {} } },
  });
  site = await serve({ dist, port: 0 });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  await rm(dist, { recursive: true });
});

function unwrap<T>(told: Told<T>): T {
  if ('fault' in told) throw new EngineFault(told.fault, told.message);
  return told.value;
}

/** Asks the page's engine; `work` runs in the page and may use nothing from outside. */
async function ask<A extends readonly unknown[], T>(
  page: Page,
  work: (engine: AskedEngine, ...given: A) => Promise<Told<T>>,
  ...given: A
): Promise<T> {
  const told = await page.evaluate(
    ([text, values]) => {
      const ran: unknown = new Function(`return (${text})`)();
      if (typeof ran !== 'function') throw new Error('not a function');
      return ran(globalThis.planwrightEngine, ...values);
    },
    [String(work), given] as const,
  );
  return unwrap(told as Told<T>);
}

function sessionIn(page: Page, id: number): Session {
  return {
    run: (sql, limits) => ask(page, (engine, ...given) => engine.run(...given), id, sql, limits),
    parse: (sql) => ask(page, (engine, ...given) => engine.parse(...given), id, sql),
    // Nobody asks here: the page's own sessions know.
    ended: false,
    close: () => ask(page, (engine, ...given) => engine.close(...given), id),
  };
}

async function openInChromium(): Promise<Engine> {
  const page = await browser.newPage();
  await page.goto(site.address);
  await page.waitForFunction(() => globalThis.planwrightEngine !== undefined);
  return {
    version: await page.evaluate(() => globalThis.planwrightEngine?.version ?? ''),
    open: async (ref) => sessionIn(page, await ask(page, (engine, ...given) => engine.open(...given), ref)),
    prepare: (ref) => void page.evaluate((given) => globalThis.planwrightEngine?.prepare(given), ref),
    async dispose() {
      await ask(page, (engine) => engine.dispose());
      await page.close();
    },
  };
}

describeEngine({
  name: 'PGlite in Web Workers, in Chromium',
  open: openInChromium,
  empty: { name: 'empty' },
  timeoutClosesSession: true,
});
