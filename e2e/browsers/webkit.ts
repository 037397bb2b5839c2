import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { buttonPath, findProgram, type Reader, refuse, WAIT_MS } from './reader.ts';
import { openSession, type WebDriver } from './webdriver.ts';

/** See the keys of the specification; what is held is let go at the end of each text. */
const CONTROL = '\uE009';
const DELETE = '\uE017';
const ESCAPE = '\uE00C';
const TYPED_INTO = '//main//textarea';

const WATCH = `window.pwErrors = [];
addEventListener('error', ({ message }) => pwErrors.push(message));
addEventListener('unhandledrejection', ({ reason }) => pwErrors.push(String(reason)));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  pwErrors.push('policy: ' + violatedDirective + ' ' + blockedURI));`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Tries until something comes. Throws with the last reason why it did not. */
async function waitFor<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + WAIT_MS;
  let why = '';
  while (Date.now() < until) {
    const got = await attempt().catch((thrown: unknown) => {
      why = `: ${String(thrown)}`;
      return undefined;
    });
    if (got !== undefined) return got;
    await sleep(100);
  }
  return assert.fail(what + why);
}

/** Starts the driver, on a display of its own where there is none. */
async function startDriver(): Promise<{ readonly address: string; readonly stop: () => void }> {
  const program =
    findProgram(['WebKitWebDriver'], ['--help']) ??
    refuse('no WebKitWebDriver found: install it (Debian’s webkit2gtk-driver)');
  const port = await freePort();
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? undefined : findXvfb();
  const command = display ? [display, '-a', program] : [program];
  const [first = program, ...rest] = command;
  const driver = spawn(first, [...rest, `--port=${port}`], { stdio: 'ignore', detached: true });
  const stop = () => void (driver.pid && process.kill(-driver.pid));
  return { address: `http://127.0.0.1:${port}`, stop };
}

const findXvfb = (): string =>
  findProgram(['xvfb-run'], ['--help']) ?? refuse('there is no display: install xvfb, or set DISPLAY');

function readerOf(driver: WebDriver, stop: () => void): Reader {
  const { browserName, browserVersion } = driver.capabilities;
  const element = (xpath: string) => waitFor(`nothing is at ${xpath}`, () => driver.find(xpath));
  const seen: string[] = [];
  const errors = async () => {
    const found = (await driver.run('return window.pwErrors ?? []')) as readonly string[];
    return [...seen, ...found];
  };
  return {
    browser: `${browserName} ${browserVersion}`,
    goto: async (url) => {
      seen.splice(0, seen.length, ...(await errors()));
      await driver.goto(url);
      await driver.run(WATCH);
    },
    press: (name, within) =>
      waitFor(`no button ${name}`, async () => {
        await driver.click(await element(buttonPath(name, within)));
        return name;
      }).then(() => undefined),
    write: async (sql) => {
      await driver.type(await element(TYPED_INTO), ' ');
      await waitFor('no editor came', () => driver.find('//main//*[contains(@class, "monaco-editor")]'));
      const text = await element(TYPED_INTO);
      for (const keys of [`${CONTROL}a`, DELETE, sql, ESCAPE]) await driver.type(text, keys);
    },
    expectText: async (selector, text) => {
      const body = `return Array.from(document.querySelectorAll(arguments[0]))
        .some((element) => element.textContent.includes(arguments[1])) || null`;
      await waitFor(`no “${text}” came`, async () => (await driver.run(body, selector, text)) ?? undefined);
    },
    text: async () => String(await driver.run('return document.querySelector("main")?.innerText')),
    errors,
    close: async () => {
      await driver.close();
      stop();
    },
  };
}

/** A reader in WebKitGTK's MiniBrowser, whose engine is Safari's. */
export async function openWebKit(): Promise<Reader> {
  const { address, stop } = await startDriver();
  try {
    const driver = await waitFor('WebKitWebDriver did not start a browser', () => openSession(address, {}));
    return readerOf(driver, stop);
  } catch (thrown) {
    stop();
    throw thrown;
  }
}
