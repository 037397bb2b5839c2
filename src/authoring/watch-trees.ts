import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';

/** Renames come in pairs, and in heaps where a folder is copied. */
const SETTLE_MS = 10;

interface Watched {
  readonly identity: string;
  readonly watcher: FSWatcher;
}

/** What makes a folder the one that it was; a number alone may be given to the next one. */
function identityOf(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() ? `${found.ino} ${found.birthtimeMs}` : undefined;
}

/** A folder and those below it, hidden ones left out. One that goes away meanwhile is none. */
function listFolders(folder: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  const identity = identityOf(folder);
  if (identity === undefined) return found;
  found.set(folder, identity);
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory() && !entry.name.startsWith('.')) listFolders(join(folder, entry.name), found);
  } catch {
    found.delete(folder);
  }
  return found;
}

function watchIfThere(folder: string, heard: (event: string, name: string | null) => void) {
  try {
    return watch(folder, heard);
  } catch (thrown) {
    // It has gone away since it was listed.
    if (existsSync(folder)) throw thrown;
    return undefined;
  }
}

/**
 * Watches folders with all that is below them, whatever way they change: files that are written anew under their name,
 * folders that are moved away and back, another folder in the place of one. Tells every path that may have changed.
 * Returns a function that ends it; until then the process lives.
 */
export function watchTrees(
  roots: readonly string[],
  changed: (path: string) => void,
  everyMs = 1000,
): () => void {
  const watched = new Map<string, Watched>();
  let soon: NodeJS.Timeout | undefined;

  const leave = (folder: string): void => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  const heard = (folder: string, event: string, name: string | null): void => {
    // Of itself: it was moved or taken away.
    if (event === 'rename' && name === basename(folder)) leave(folder);
    changed(name === null ? folder : join(folder, name));
    if (event !== 'rename') return;
    clearTimeout(soon);
    soon = setTimeout(() => renew(changed), SETTLE_MS);
  };
  const renew = (tell: (path: string) => void): void => {
    const now = new Map(roots.flatMap((root) => [...listFolders(root)]));
    for (const [folder, { identity }] of [...watched]) {
      if (now.get(folder) === identity) continue;
      leave(folder);
      tell(folder);
    }
    for (const [folder, identity] of now) {
      if (watched.has(folder)) continue;
      const watcher = watchIfThere(folder, (event, name) => heard(folder, event, name));
      if (!watcher) continue;
      watcher.on('error', () => leave(folder));
      watched.set(folder, { identity, watcher });
      tell(folder);
    }
  };
  renew(() => {});
  // Nothing says of a root that another one is in its place.
  const timer = setInterval(() => {
    if (roots.some((root) => identityOf(root) !== watched.get(root)?.identity)) renew(changed);
  }, everyMs);
  return () => {
    clearInterval(timer);
    clearTimeout(soon);
    for (const folder of [...watched.keys()]) leave(folder);
  };
}
