import { expect, it, vi } from 'vitest';
import { SearchIndex } from './search-index.ts';

type Search = (term: string) => Promise<readonly string[]>;

/** A Pagefind whose instances answer as told, one after the other; as the real one, each heeds its newest word alone. */
function bundleOf(...instances: readonly Search[]): string {
  const left = [...instances];
  const createInstance = () => {
    const search = left.shift() ?? (async () => []);
    let newest = 0;
    let destroyed = false;
    return {
      init: async () => {},
      filters: async () => ({}),
      destroy: async () => {
        destroyed = true;
      },
      debouncedSearch: async (term: string) => {
        newest += 1;
        const mine = newest;
        const urls = await search(term);
        if (mine !== newest || destroyed) return null;
        return { results: urls.map((url) => ({ data: async () => ({ url, excerpt: '', meta: {} }) })) };
      },
    };
  };
  vi.stubGlobal('fakePagefind', createInstance);
  return `data:text/javascript,export const createInstance = globalThis.fakePagefind; // ${performance.now()}`;
}

const fails: Search = () => Promise.reject(new Error('did not arrive'));
const finds: Search = async (term) => [`/${term}/`];
const findsNothing: Search = async () => [];

async function urlsOf(index: SearchIndex, term: string): Promise<readonly string[] | undefined> {
  return (await index.find(term))?.best.map(({ url }) => url);
}

it('asks an index that begins anew after a failure, and before it says that nothing is found', async () => {
  expect(await urlsOf(new SearchIndex(bundleOf(fails, finds)), 'scan')).toEqual(['/scan/']);
  expect(await urlsOf(new SearchIndex(bundleOf(findsNothing, finds)), 'scan')).toEqual(['/scan/']);
  expect(await urlsOf(new SearchIndex(bundleOf(findsNothing, findsNothing, finds)), 'scan')).toEqual([]);
});

it('gives up after three failures, and begins anew at the next word', async () => {
  const index = new SearchIndex(bundleOf(fails, fails, fails, finds));
  await expect(index.find('scan')).rejects.toThrow('did not arrive');
  expect(await urlsOf(index, 'sort')).toEqual(['/sort/']);
});

it('takes the index from nobody: an older word that fails leaves the newer one its own', async () => {
  const [older, newer] = [
    Promise.withResolvers<readonly string[]>(),
    Promise.withResolvers<readonly string[]>(),
  ];
  const asked: string[] = [];
  const index = new SearchIndex(
    bundleOf((term) => {
      asked.push(term);
      return term === 'sc' ? older.promise : newer.promise;
    }),
  );
  const first = index.find('sc');
  await vi.waitFor(() => expect(asked).toEqual(['sc']));
  const second = urlsOf(index, 'scan');
  await vi.waitFor(() => expect(asked).toEqual(['sc', 'scan']));
  older.reject(new Error('did not arrive'));
  expect(await first).toBeNull();
  newer.resolve(['/scan/']);
  expect(await second).toEqual(['/scan/']);
});
