import { useSyncExternalStore } from 'react';
import { progressStore } from '../../progress/browser-store.ts';
import type { Progress } from '../../progress/progress.ts';

/** What the reader has done, and the notice where it is not being kept. */
export function useProgress(): { readonly progress: Progress; readonly notice: string | undefined } {
  const store = progressStore();
  const progress = useSyncExternalStore(store.subscribe, store.read);
  const notice = useSyncExternalStore(store.subscribe, store.notice);
  return { progress, notice };
}
