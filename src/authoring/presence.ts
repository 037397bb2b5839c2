import { statSync } from 'node:fs';

/** What is told of folders that come and go. */
export interface PresenceTold {
  /** One is no longer there. */
  gone(folder: string): void;
  /** All are there (again), and have been for two looks: whoever copies them may have finished. */
  back(): void;
}

/** What makes a folder the one that it was: one that is made anew under its name is another. */
function identityOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.ino;
}

/**
 * Looks now and then whether folders are still there. Nothing else says so: who watches a folder that is taken away sees
 * neither that nor the one that takes its place. Returns a function that ends it.
 */
export function watchPresence(folders: readonly string[], told: PresenceTold, everyMs = 1000): () => void {
  const first = folders.map(identityOf);
  let before = first.join();
  const missed = new Set<string>();
  const look = (): void => {
    const now = folders.map(identityOf);
    for (const [at, folder] of folders.entries()) {
      if (now[at] !== undefined || first[at] === undefined || missed.has(folder)) continue;
      missed.add(folder);
      told.gone(folder);
    }
    const settled = now.join() === before;
    before = now.join();
    const there = now.every((identity, at) => identity !== undefined || first[at] === undefined);
    const changed = missed.size > 0 || now.join() !== first.join();
    if (!there || !settled || !changed) return;
    clearInterval(timer);
    told.back();
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** What a page says while a folder of the course is gone. It asks again by itself. */
export function goneInHtml(folder: string): string {
  const text = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>The course is gone</title>
<body style="font: 1rem/1.5 sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
<h1>The course is gone</h1><p>There is no folder <code style="overflow-wrap: anywhere">${text}</code> any more. This page comes back once it is there again.</p>`;
}
