import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromiumPath, FLAGS } from './launch-chromium.ts';

/** A page spoken to over the Chrome DevTools Protocol, of which only what is asked for here is switched on. */
export interface CdpPage {
  /** Runs a script in each document before its own. */
  beforeEach(script: string): Promise<void>;
  open(address: string): Promise<void>;
  /** What an expression, or the promise that it is, comes to. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const TRIES = 100;

/** Asks again until there is an answer: a browser takes a while to start. */
async function untilThere<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (thrown) {
      if (tries === TRIES) throw thrown;
      await sleep(200);
    }
  }
}

/** The address at which the browser's one page is spoken to. */
async function addressOfPage(profile: string): Promise<string> {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const targets: unknown = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const page = (targets as readonly { type: string; webSocketDebuggerUrl: string }[]).find(
    ({ type }) => type === 'page',
  );
  if (!page) throw new Error('Chromium has no page');
  return page.webSocketDebuggerUrl;
}

interface Answer {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
  readonly error?: { readonly message: string };
}

type Send = (method: string, params?: object) => Promise<NonNullable<Answer['result']>>;

async function connect(address: string): Promise<{ send: Send; close: () => void }> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, PromiseWithResolvers<NonNullable<Answer['result']>>>();
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('Chromium does not answer'));
  });
  socket.onmessage = ({ data }) => {
    const { id = 0, result = {}, error }: Answer = JSON.parse(String(data));
    const failed =
      error?.message ?? (result.exceptionDetails ? JSON.stringify(result.exceptionDetails) : undefined);
    if (failed) waiting.get(id)?.reject(new Error(failed));
    else waiting.get(id)?.resolve(result);
  };
  let last = 0;
  const send: Send = (method, params = {}) => {
    last += 1;
    const answer = Promise.withResolvers<NonNullable<Answer['result']>>();
    waiting.set(last, answer);
    socket.send(JSON.stringify({ id: last, method, params }));
    return answer.promise;
  };
  return { send, close: () => socket.close() };
}

/**
 * Opens a page in a Chromium of its own. Playwright switches on the protocol's Network domain, with which the longest task of
 * the same visit took about twice as long (286 ms and 118, in the middle of three each).
 */
export async function openCdpPage(): Promise<CdpPage> {
  const profile = await mkdtemp(join(tmpdir(), 'planwright-bench-'));
  const args = [
    '--headless',
    ...FLAGS,
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const browser = spawn(chromiumPath(), args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => browser.once('close', resolve));
  const close = async () => {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const { send, close: hangUp } = await connect(await untilThere(() => addressOfPage(profile)));
    await send('Page.enable');
    return {
      beforeEach: async (source) => void (await send('Page.addScriptToEvaluateOnNewDocument', { source })),
      open: async (url) => void (await send('Page.navigate', { url })),
      async evaluate(expression) {
        const asked = { expression, awaitPromise: true, returnByValue: true };
        return (await send('Runtime.evaluate', asked)).result?.value;
      },
      async close() {
        hangUp();
        await close();
      },
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}
