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

type Tell = (path: string) => void;

/** The folders below some roots as they are now, each with its watcher. */
class TreeWatch {
  private readonly watched = new Map<string, Watched>();
  private soon: NodeJS.Timeout | undefined;
  private readonly roots: readonly string[];
  private readonly changed: Tell;

  constructor(roots: readonly string[], changed: Tell) {
    this.roots = roots;
    this.changed = changed;
  }

  /** Watches the folders that are there now, and tells of those that came and went. */
  renew(tell: Tell): void {
    const now = new Map(this.roots.flatMap((root) => [...listFolders(root)]));
    for (const [folder, { identity }] of [...this.watched]) {
      if (now.get(folder) === identity) continue;
      this.leave(folder);
      tell(folder);
    }
    for (const [folder, identity] of now) {
      if (this.watched.has(folder)) continue;
      const watcher = watchIfThere(folder, (event, name) => this.heard(folder, event, name));
      if (!watcher) continue;
      watcher.on('error', () => this.leave(folder));
      this.watched.set(folder, { identity, watcher });
      tell(folder);
    }
  }

  /** Nothing says of a root that another one is in its place. */
  renewReplaced(): void {
    const isReplaced = (root: string) => identityOf(root) !== this.watched.get(root)?.identity;
    if (this.roots.some(isReplaced)) this.renew(this.changed);
  }

  end(): void {
    clearTimeout(this.soon);
    for (const folder of [...this.watched.keys()]) this.leave(folder);
  }

  private heard(folder: string, event: string, name: string | null): void {
    // Of itself: it was moved or taken away.
    if (event === 'rename' && name === basename(folder)) this.leave(folder);
    this.changed(name === null ? folder : join(folder, name));
    if (event !== 'rename') return;
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.renew(this.changed), SETTLE_MS);
  }

  private leave(folder: string): void {
    this.watched.get(folder)?.watcher.close();
    this.watched.delete(folder);
  }
}

/**
 * Watches folders with all that is below them, whatever way they change: files that are written anew under their name,
 * folders that are moved away and back, another folder in the place of one. There Node's own recursive watching hears
 * nothing any more, and neither does chokidar 5. Tells every path that may have changed. Returns a function that ends it;
 * until then the process lives.
 */
export function watchTrees(roots: readonly string[], changed: Tell, everyMs = 1000): () => void {
  const trees = new TreeWatch(roots, changed);
  trees.renew(() => {});
  const timer = setInterval(() => trees.renewReplaced(), everyMs);
  return () => {
    clearInterval(timer);
    trees.end();
  };
}
