import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { download, openUntil } from './download.ts';

const SIZE = 1_000;
const WHOLE = Uint8Array.from({ length: SIZE }, (_, at) => at % 251);

/** Bytes of the file, and then the connection breaks where it is not at its end. */
function stretch(from: number, to: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (!sent) controller.enqueue(WHOLE.slice(from, to));
      else if (to < SIZE) controller.error(new TypeError('network error'));
      else controller.close();
      sent = true;
    },
  });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begin(open: (from: number) => Response | undefined) {
  const asked: number[] = [];
  const came: number[] = [];
  const done = download(
    {
      url: 'https://example.test/a.bin',
      size: SIZE,
      afresh: false,
      open: async (_url, _afresh, from = 0) => {
        asked.push(from);
        const response = open(from);
        if (!response) throw new TypeError('Failed to fetch');
        return response;
      },
      onMore: (_bytes, before, now) => came.push(now - before),
    },
    stretch(0, 400),
  );
  done.catch(() => undefined);
  return { asked, came, done };
}

it.each([
  [
    'where the server gives parts of it',
    (from: number) => new Response(stretch(from, SIZE), { status: 206 }),
  ],
  ['where it only gives all of it', () => new Response(stretch(0, SIZE))],
])('a download that breaks goes on where it was, %s', async (_, answer) => {
  const back = Date.now() + 5_000;
  const { asked, came, done } = begin((from) => (Date.now() < back ? undefined : answer(from)));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await done).toEqual(WHOLE);
  expect(asked).toEqual([400, 400, 400]);
  expect(came).toEqual([400, 600]);
});

it('a download is given up where nothing more comes', async () => {
  const { asked, done } = begin(() => undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  await expect(done).rejects.toThrow('network error');
  expect(asked).toHaveLength(5);
});

it('what is refused is asked for again where the line was there', async () => {
  const asked = vi.fn(async () => {
    if (asked.mock.calls.length < 3) throw new TypeError('Failed to fetch');
    return new Response('it');
  });
  const opened = openUntil(asked, () => true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await (await opened).text()).toBe('it');
  const blocked = vi.fn(async () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(openUntil(blocked, () => false)).rejects.toThrow('Failed to fetch');
  expect(blocked).toHaveBeenCalledOnce();
});
