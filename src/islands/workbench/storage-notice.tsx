import { useSyncExternalStore } from 'react';
import { progressStore } from '../../progress/browser-store.ts';
import { exportProgress } from '../progress/export-progress.ts';

const subscribe = (listener: () => void) => progressStore().subscribe(listener);

export interface StorageNoticeProps {
  /** Hands the store what was typed last: a file is to hold it too. */
  readonly flush: () => void;
}

/**
 * Says where what is typed here is not being kept, and hands it over as a file: only this page has it. Nothing while the
 * page is not live.
 */
export function StorageNotice({ flush }: StorageNoticeProps) {
  const notice = useSyncExternalStore(
    subscribe,
    () => progressStore().notice(),
    () => undefined,
  );
  const isKept = useSyncExternalStore(
    subscribe,
    () => progressStore().isKept(),
    () => true,
  );
  if (notice === undefined) return null;
  const save = () => {
    flush();
    exportProgress();
  };
  return (
    <div className="pw-notice pw-bench-notice">
      <p role="status">{notice}</p>
      {!isKept && (
        <button type="button" className="pw-button" onClick={save}>
          Export to a file
        </button>
      )}
    </div>
  );
}
