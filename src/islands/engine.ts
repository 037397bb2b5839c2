import manifest from 'virtual:planwright/engine-manifest';
import { createBrowserEngine } from '../engine/browser-engine.ts';
import { type Engine, EngineFault, type Progress } from '../engine/engine.ts';
import { deviceHere, sparesFor } from '../engine/spares.ts';
import { siteRoot } from './site-root.ts';

/** The one engine of a page, shared by everything on it. This file is the browser's composition root. */

const listeners = new Set<(progress: Progress) => void>();
let latest: Progress | undefined;
let engine: Engine | undefined;

function publish(progress: Progress): void {
  latest = progress;
  for (const listener of listeners) listener(progress);
}

/** Calls back with every step of downloading and starting, and at once with the latest. Returns how to stop it. */
export function onEngineProgress(listener: (progress: Progress) => void): () => void {
  listeners.add(listener);
  if (latest) listener(latest);
  return () => listeners.delete(listener);
}

/** Whether the device has room for a database beside the reader's own before anybody has asked for one. */
export function isRoomy(): boolean {
  return sparesFor(deviceHere()) > 0;
}

/** Throws an EngineFault where this browser, or this build of the site, cannot run PostgreSQL. */
export function pageEngine(): Engine {
  if (!engine) {
    if (!manifest)
      throw new EngineFault('download-failed', 'this site was built without its database snapshots');
    const from = `${siteRoot()}engine/`;
    engine = createBrowserEngine({ manifest, from, onProgress: publish });
  }
  return engine;
}
