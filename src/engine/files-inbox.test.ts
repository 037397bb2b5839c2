import { afterEach, describe, expect, it, vi } from 'vitest';
import { createInbox } from './files-inbox.ts';

const URL_ = 'https://example.test/engine/shop.bin';
const bytes = (...values: number[]) => Uint8Array.from(values);

function networkAnswers(text: string) {
  const asked = vi.fn(async () => new Response(text));
  vi.stubGlobal('fetch', asked);
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('bytes that the page fetched', () => {
  it('come out as they went in, before and after they are asked for', async () => {
    const asked = networkAnswers('');
    const inbox = createInbox();
    inbox.expect(URL_);
    inbox.take({ op: 'bytes', url: URL_, bytes: bytes(1, 2) });
    const response = await inbox.open(URL_);
    inbox.take({ op: 'bytes', url: URL_, bytes: bytes(3) });
    inbox.take({ op: 'end', url: URL_, whole: true });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes(1, 2, 3));
    expect(asked).not.toHaveBeenCalled();
  });

  it('are fetched here where the page could not', async () => {
    networkAnswers('from the network');
    const inbox = createInbox();
    inbox.expect(URL_);
    inbox.take({ op: 'end', url: URL_, whole: false });
    expect(await (await inbox.open(URL_)).text()).toBe('from the network');
  });

  it('break off where the page’s connection did, and are fetched when they are asked for again', async () => {
    networkAnswers('from the network');
    const inbox = createInbox();
    inbox.expect(URL_);
    inbox.take({ op: 'bytes', url: URL_, bytes: bytes(1) });
    inbox.take({ op: 'end', url: URL_, whole: false });
    await expect((await inbox.open(URL_)).arrayBuffer()).rejects.toThrow(/connection broke/);
    expect(await (await inbox.open(URL_)).text()).toBe('from the network');
  });

  it('are fetched here where nothing is expected', async () => {
    networkAnswers('from the network');
    expect(await (await createInbox().open(URL_)).text()).toBe('from the network');
  });

  it('are passed by, with what the browser keeps, where the address is opened afresh', async () => {
    const asked = networkAnswers('from the network');
    const inbox = createInbox();
    inbox.expect(URL_);
    inbox.take({ op: 'bytes', url: URL_, bytes: bytes(1) });
    expect(await (await inbox.open(URL_, true)).text()).toBe('from the network');
    expect(asked).toHaveBeenCalledWith(URL_, { cache: 'reload' });
  });
});
