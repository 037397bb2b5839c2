import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { buttonPath, findProgram, type Reader, refuse, WAIT_MS } from './reader.ts';

const NAMES = ['firefox', 'firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** A reader in Firefox: the one of `FIREFOX_PATH`, or one that is found. */
export async function openFirefox(): Promise<Reader> {
  const executablePath =
    findProgram([process.env.FIREFOX_PATH ?? [], NAMES].flat()) ??
    refuse('no Firefox found: install one, or set FIREFOX_PATH to its executable');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  page.setDefaultTimeout(WAIT_MS);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    browser: await browser.version(),
    goto: async (url) => void (await page.goto(url)),
    press: async (name, within) => {
      const button = await page.waitForSelector(`::-p-xpath(${buttonPath(name, within)})`);
      await button?.click();
    },
    write: async (sql) => {
      await page.locator('.pw-editor-line, .view-line').click();
      await page.waitForSelector('.monaco-editor.focused');
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.press('Delete');
      await page.keyboard.type(sql);
      await page.keyboard.press('Escape');
    },
    expectText: async (selector, text) => {
      const isThere = (where: string, what: string) =>
        Array.from(document.querySelectorAll(where)).some((element) => element.textContent?.includes(what));
      await page.waitForFunction(isThere, {}, selector, text).catch(() => assert.fail(`no “${text}” came`));
    },
    text: () => page.evaluate(() => String(document.querySelector('main')?.innerText)),
    errors: async () => errors,
    close: () => browser.close(),
  };
}
