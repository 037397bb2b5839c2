import { useSyncExternalStore } from 'react';
import { progressStore } from '../../progress/browser-store.ts';

const subscribe = (listener: () => void) => progressStore().subscribe(listener);

/** Says where what is typed here is not being kept; nothing while the page is not live. */
export function StorageNotice() {
  const notKept = useSyncExternalStore(
    subscribe,
    () => progressStore().notice(),
    () => undefined,
  );
  if (notKept === undefined) return null;
  return (
    <p className="pw-notice pw-bench-notice" role="status">
      {notKept}
    </p>
  );
}
