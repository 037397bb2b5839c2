import { nextTask } from './next-task.ts';

/** How long is waited, in ms, before a part that did not come is asked for once more. */
const WAITS: readonly number[] = [200, 1000];

/** What has come, or is on its way, by address. */
const fetched = new Map<string, Promise<void>>();

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function bring(url: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(url, { cache });
  // Until all of it is there, the browser has nothing to keep.
  await response.arrayBuffer();
  return response;
}

function judge({ ok, status }: Response, url: string): void {
  if (!ok) throw new TypeError(`failed to fetch ${url}: ${status}`);
}

/** Asks again where the connection broke or the server was at fault; what is no more will not come. */
async function insist(url: string): Promise<void> {
  let cache: RequestCache = 'force-cache';
  for (const wait of WAITS) {
    const response = await bring(url, cache).catch(() => undefined);
    if (response && response.status < 500) return judge(response, url);
    cache = 'reload';
    await sleep(wait);
  }
  judge(await bring(url, cache), url);
}

/**
 * Whether the page itself began with the file. What was fetched here is known in `fetched`, and not by its bytes: those of
 * an answer that broke in the middle count too. Safari does not tell the status.
 */
function held(url: string): boolean {
  const entries = performance.getEntriesByName(url, 'resource') as PerformanceResourceTiming[];
  return entries.some(
    ({ initiatorType, decodedBodySize, responseStatus }) =>
      initiatorType !== 'fetch' && decodedBodySize > 0 && !(responseStatus >= 400),
  );
}

let turns: Promise<void> = Promise.resolve();

/** Each file is asked for in a task of its own: a page asks for dozens at once, and each takes it some milliseconds. */
function inTurn(): Promise<void> {
  turns = turns.then(nextTask);
  return turns;
}

async function fetchInTurn(url: string): Promise<void> {
  await inTurn();
  if (!held(url)) await insist(url);
}

/** One file of a part, once; what failed is tried anew. */
function fetchOnce(url: string): Promise<void> {
  const known = fetched.get(url);
  if (known) return known;
  const coming = fetchInTurn(url);
  fetched.set(url, coming);
  coming.catch(() => fetched.delete(url));
  return coming;
}

/**
 * Brings the files of a part of the page into the browser's cache before the part is imported: Firefox and Safari never
 * ask again for a module that did not come, as long as the page is open.
 */
export async function fetchParts(urls: readonly string[]): Promise<void> {
  await Promise.all(urls.map(fetchOnce));
}

/**
 * Runs the files of a part, which have come, each in a task of its own: imported together they would be one long task. The
 * part is the first of them, what it needs stands after it.
 */
export async function runParts(urls: readonly string[]): Promise<void> {
  for (const url of urls.toReversed()) {
    if (url.endsWith('.js')) await import(/* @vite-ignore */ url);
  }
}
