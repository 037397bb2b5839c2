import { openStore, type ProgressStore, type Shelf, storageKey } from './store.ts';

let opened: ProgressStore | undefined;

function findShelf(): Shelf | undefined {
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * A packaged page is told by its root under which key its learner’s progress is, and what of it the storage could not be
 * given.
 */
function findPlace(): { readonly key: string; readonly handed: string | undefined } {
  const { progressKey = storageKey, progressHanded } = document.documentElement.dataset;
  return { key: progressKey, handed: progressHanded };
}

/** The page's one store, in step with other tabs. Every change is told as `planwright:progress`, for whoever listens. */
export function progressStore(): ProgressStore {
  if (opened !== undefined) return opened;
  const place = findPlace();
  const store = openStore(findShelf(), Date.now, place.key, place.handed);
  addEventListener('storage', ({ key }) => {
    if (key === place.key || key === null) store.catchUp();
  });
  // A page that comes back from the browser's memory was told of nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) store.catchUp();
  });
  store.subscribe(() => dispatchEvent(new CustomEvent('planwright:progress', { detail: store.read() })));
  opened = store;
  return store;
}
