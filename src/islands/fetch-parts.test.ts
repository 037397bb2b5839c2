import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Answer = number | 'broken';

let asked: { readonly url: string; readonly cache: RequestCache | undefined }[];

/** A network that answers so, one after the other, and then well. */
function answer(...answers: readonly Answer[]): void {
  const left = [...answers];
  vi.stubGlobal('fetch', async (url: string, { cache }: RequestInit) => {
    asked.push({ url, cache });
    const next = left.shift() ?? 200;
    if (next === 'broken') throw new TypeError('Load failed');
    return new Response('a part', { status: next });
  });
}

/** A page that has fetched nothing yet. */
async function openPage(): Promise<(urls: readonly string[]) => Promise<void>> {
  vi.resetModules();
  return (await import('./fetch-parts.ts')).fetchParts;
}

describe('the files of a part', () => {
  beforeEach(() => {
    asked = [];
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 200 });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('are fetched once each, from what the browser keeps where it keeps them', async () => {
    answer();
    const fetchParts = await openPage();
    await Promise.all([fetchParts(['/a.js', '/b.css']), fetchParts(['/a.js'])]);
    await fetchParts(['/b.css']);
    expect(asked).toEqual([
      { url: '/a.js', cache: 'force-cache' },
      { url: '/b.css', cache: 'force-cache' },
    ]);
  });

  it.each([[['broken']], [['broken', 'broken']], [[503, 'broken']]] satisfies [Answer[]][])(
    'are asked for again past the cache where the answers are %j',
    async (answers) => {
      answer(...answers);
      const fetchParts = await openPage();
      await fetchParts(['/a.js']);
      expect(asked.map(({ cache }) => cache)).toEqual(['force-cache', ...answers.map(() => 'reload')]);
    },
  );

  it('with which the page began are not fetched again, unless they did not come', async () => {
    answer();
    const begun: Record<string, Partial<PerformanceResourceTiming>> = {
      '/whole.js': { initiatorType: 'script', decodedBodySize: 10 },
      '/broken.js': { initiatorType: 'script', decodedBodySize: 0 },
      '/refused.js': { initiatorType: 'link', decodedBodySize: 10, responseStatus: 503 },
    };
    vi.spyOn(performance, 'getEntriesByName').mockImplementation((url) =>
      url in begun ? [begun[url] as PerformanceResourceTiming] : [],
    );
    const fetchParts = await openPage();
    await fetchParts(['/whole.js', '/broken.js', '/refused.js', '/new.js']);
    expect(asked.map(({ url }) => url)).toEqual(['/broken.js', '/refused.js', '/new.js']);
  });

  it('of which only a half came are asked for anew when they are wanted once more', async () => {
    answer('broken', 'broken', 'broken');
    // Browsers count the bytes of what broke in the middle, and of a server's words on why it did not answer.
    const half = { initiatorType: 'fetch', decodedBodySize: 10, responseStatus: 200 };
    vi.spyOn(performance, 'getEntriesByName').mockImplementation(() =>
      asked.map(() => half as PerformanceResourceTiming),
    );
    const fetchParts = await openPage();
    await expect(fetchParts(['/a.js'])).rejects.toThrow('Load failed');
    await fetchParts(['/a.js']);
    expect(asked).toHaveLength(4);
  });

  it('that do not come are told of, and tried anew when they are wanted once more', async () => {
    answer('broken', 503, 'broken');
    const fetchParts = await openPage();
    await expect(fetchParts(['/a.js'])).rejects.toThrow('Load failed');
    await fetchParts(['/a.js']);
    expect(asked).toHaveLength(4);
  });

  it('that are no more are asked for once', async () => {
    answer(404);
    const fetchParts = await openPage();
    await expect(fetchParts(['/a.js'])).rejects.toThrow('failed to fetch /a.js: 404');
    expect(asked).toHaveLength(1);
  });

  it('are run from the last, which the others need, to the part itself', async () => {
    const ran: string[] = [];
    vi.stubGlobal('ran', ran);
    const part = (name: string) => `data:text/javascript,globalThis.ran.push('${name}')//${name}.js`;
    const { runParts } = await import('./fetch-parts.ts');
    await runParts([part('part'), '/part.css', part('needs'), part('all need')]);
    expect(ran).toEqual(['all need', 'needs', 'part']);
  });
});
