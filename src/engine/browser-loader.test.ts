import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserLoader } from './browser-loader.ts';
import { STALLED_AFTER_MS } from './files-keeper.ts';
import type { FilesReply, FilesRequest } from './files-protocol.ts';
import type { EngineFile, EngineManifest } from './manifest.ts';

/** A worker that says what the test has it say. */
class FakeWorker extends EventTarget {
  static readonly all: FakeWorker[] = [];
  readonly asked: FilesRequest[] = [];
  ended = false;
  constructor() {
    super();
    FakeWorker.all.push(this);
  }
  postMessage(request: FilesRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: FilesReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const FILE: EngineFile = { file: 'a.bin', packing: 'none', compressed: 1, unpacked: 1, sha256: '' };
const MANIFEST: EngineManifest = {
  pglite: '0',
  wasm: { ...FILE, frames: [1] },
  bundle: FILE,
  datasets: { empty: { boot: FILE, relations: FILE, statisticsTarget: 1, tables: [] } },
};
const loader = createBrowserLoader.bind(null, { from: 'engine/', manifest: MANIFEST, onProgress: () => {} });
const progress = (done: number): FilesReply => ({
  kind: 'progress',
  progress: { phase: 'downloading', done, total: 9 },
});
const nearlyStalled = () => vi.advanceTimersByTimeAsync(STALLED_AFTER_MS - 1);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('document', { baseURI: 'https://example.test/' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  FakeWorker.all.length = 0;
});

describe('a download', () => {
  it('takes as long as it takes, for as long as anything comes', async () => {
    const { arrived } = await loader().load('empty');
    const [keeper] = FakeWorker.all;
    for (const done of [1, 2, 3]) {
      await nearlyStalled();
      keeper?.say(progress(done));
    }
    keeper?.say({ kind: 'handed', id: 1 });
    await expect(arrived).resolves.toBeUndefined();
    await nearlyStalled();
    await nearlyStalled();
    expect(keeper?.ended).toBe(false);
  });

  it('is given up where nothing comes for a while, and the next one starts anew', async () => {
    const { load } = loader();
    const { arrived } = await load('empty');
    const given = expect(arrived).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('nothing came for 60 s'),
    });
    await nearlyStalled();
    FakeWorker.all[0]?.say(progress(1));
    await vi.advanceTimersByTimeAsync(STALLED_AFTER_MS);
    await given;
    expect(FakeWorker.all[0]?.ended).toBe(true);
    const again = await load('empty');
    FakeWorker.all[1]?.say({ kind: 'handed', id: 2 });
    await expect(again.arrived).resolves.toBeUndefined();
  });
});

describe('what the page asked for in its head', () => {
  const inHead = (...said: FilesReply[]) => {
    const worker = new FakeWorker();
    const files = { worker: worker as unknown as Worker, said };
    vi.stubGlobal('planwrightEarlyStart', { files, postgres: undefined, key: '' });
    return worker;
  };

  it('is taken over with all that was said of it before, and not asked for again', async () => {
    const worker = inHead(progress(4), { kind: 'handed', id: 0 });
    const told: number[] = [];
    const onProgress = ({ done }: { done: number }) => told.push(done);
    const { load, handedEarly } = createBrowserLoader({ from: 'engine/', manifest: MANIFEST, onProgress });
    await expect(handedEarly()).resolves.toBeUndefined();
    expect(told).toEqual([4]);
    expect(worker.asked).toEqual([]);
    await load('empty');
    expect(worker.asked).toMatchObject([{ op: 'hand', id: 1 }]);
    expect(FakeWorker.all).toHaveLength(1);
  });

  it('fails where it failed there', async () => {
    inHead({ kind: 'fault', id: 0, code: 'download-failed', message: 'no network' });
    await expect(loader().handedEarly()).rejects.toMatchObject({
      code: 'download-failed',
      message: 'no network',
    });
  });

  it('is given up where nothing comes for a while', async () => {
    const worker = inHead();
    const given = expect(loader().handedEarly()).rejects.toMatchObject({ code: 'download-failed' });
    await vi.advanceTimersByTimeAsync(STALLED_AFTER_MS);
    await given;
    expect(worker.ended).toBe(true);
  });

  it('serves another database too', async () => {
    const worker = inHead({ kind: 'handed', id: 0 });
    const { arrived } = await loader().load('empty');
    expect(worker.asked).toMatchObject([{ op: 'hand', id: 1 }]);
    worker.say({ kind: 'handed', id: 1 });
    await expect(arrived).resolves.toBeUndefined();
  });
});
