import { openStore, type ProgressStore, type Shelf, storageKey } from './store.ts';

let opened: ProgressStore | undefined;

function findShelf(): Shelf | undefined {
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}

/** The page's one store, in step with other tabs. Every change is told as `planwright:progress`, for whoever listens. */
export function progressStore(): ProgressStore {
  if (opened !== undefined) return opened;
  const store = openStore(findShelf());
  addEventListener('storage', ({ key }) => {
    if (key === storageKey || key === null) store.catchUp();
  });
  // A page that comes back from the browser's memory was told of nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) store.catchUp();
  });
  store.subscribe(() => dispatchEvent(new CustomEvent('planwright:progress', { detail: store.read() })));
  opened = store;
  return store;
}
