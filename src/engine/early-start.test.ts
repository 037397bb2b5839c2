import { afterEach, describe, expect, it, vi } from 'vitest';
import { datasetKey } from './dataset-key.ts';
import { type EarlyStartOptions, startEarly, takeEarlyDatabase, takeEarlyKeeper } from './early-start.ts';
import type { EngineFile } from './manifest.ts';

const SHOP = { name: 'shop', extensions: [], setup: 'create table t ();' };
const FILE: EngineFile = { file: 'a.bin', packing: 'none', compressed: 1, unpacked: 1, sha256: '' };
const dataset = { boot: FILE, relations: FILE, statisticsTarget: 1, tables: [] };
const OPTIONS: EarlyStartOptions = {
  files: '/files.js',
  postgres: '/postgres.js',
  address: { from: '/engine/', wasm: { ...FILE, frames: [1] }, bundle: FILE, dataset },
  hand: 0,
  assets: {
    files: { bootBytes: 1, bundleBytes: 1, statisticsTarget: 1 },
    extensions: [],
    setup: SHOP.setup,
    again: undefined,
  },
  key: datasetKey(SHOP),
};

class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly asked: unknown[] = [];
  readonly handedOver: unknown[] = [];
  ended = false;
  constructor() {
    if (refuses && all.length === 1) throw new Error('no more workers');
    all.push(this);
  }
  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    this.asked.push(message);
    this.handedOver.push(...transfer);
  }
  terminate(): void {
    this.ended = true;
  }
}
const all: FakeWorker[] = [];
/** Whether a second worker cannot be started. */
let refuses = false;

/** What a page's head does, with a network that gives nothing. */
function inHead(connection: object = {}) {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('navigator', { connection });
  vi.stubGlobal('document', { baseURI: 'https://example.test/' });
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  startEarly(OPTIONS);
  const [keeper, database] = all;
  return { keeper, database };
}

afterEach(() => {
  vi.unstubAllGlobals();
  refuses = false;
  all.length = 0;
  globalThis.planwrightEarlyStart = undefined;
});

describe('a page’s head', () => {
  it('has the database opened, with the files’ port straight from their keeper', () => {
    const { keeper, database } = inHead();
    expect(keeper?.asked).toMatchObject([{ op: 'fetch' }, { op: 'hand', id: 0 }]);
    expect(database?.asked).toMatchObject([{ id: 0, op: 'open', assets: { setup: SHOP.setup } }]);
    expect([keeper?.handedOver.length, database?.handedOver.length]).toEqual([1, 1]);
  });

  it('leaves the keeper to the page where no second worker can be started', () => {
    refuses = true;
    const { keeper } = inHead();
    expect(keeper?.asked).toMatchObject([{ op: 'fetch' }, { op: 'hand', id: 0 }]);
    expect(takeEarlyDatabase(SHOP)).toBeUndefined();
    expect(takeEarlyKeeper()?.worker).toBe(keeper);
  });

  it('does nothing where the reader asked for little data', () => {
    inHead({ saveData: true });
    expect(all).toEqual([]);
    expect(takeEarlyDatabase(SHOP)).toBeUndefined();
  });

  it('does nothing in a browser that is too old for the engine', () => {
    vi.stubGlobal('Map', class {});
    inHead();
    expect(all).toEqual([]);
  });
});

describe('the database of a page’s head', () => {
  it('is taken over once, with what it has answered', () => {
    const { database } = inHead();
    const opened = { id: 0, kind: 'opened' };
    database?.onmessage?.({ data: opened });
    expect(takeEarlyDatabase(SHOP)).toMatchObject({ worker: database, said: [opened] });
    expect(takeEarlyDatabase(SHOP)).toBeUndefined();
    expect(takeEarlyKeeper()).toBeDefined();
  });

  it.each([
    ['dataset', { ...SHOP, name: 'saas' }],
    ['setup', { ...SHOP, setup: '' }],
    ['extensions', { ...SHOP, extensions: ['pg_trgm'] }],
  ])('is ended where another %s is wanted', (_, wanted) => {
    const { keeper, database } = inHead();
    expect(takeEarlyDatabase(wanted)).toBeUndefined();
    expect(database?.ended).toBe(true);
    expect(keeper?.ended).toBe(false);
  });

  it('is ended where the keeper of its files did not load', () => {
    const { keeper, database } = inHead();
    keeper?.onerror?.();
    expect(takeEarlyDatabase(SHOP)).toBeUndefined();
    expect(database?.ended).toBe(true);
  });

  it('is forgotten where it did not load', () => {
    const { keeper, database } = inHead();
    database?.onerror?.();
    expect(takeEarlyDatabase(SHOP)).toBeUndefined();
    expect(takeEarlyKeeper()?.worker).toBe(keeper);
  });
});
