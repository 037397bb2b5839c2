import { useSyncExternalStore } from 'react';
import { progressStore } from '../../progress/browser-store.ts';
import { exportProgress } from '../progress/export-progress.ts';
import { useLeaveQuestion } from '../use-leave-question.ts';
import type { Drafts } from './use-drafts.ts';

const subscribe = (listener: () => void) => progressStore().subscribe(listener);

export interface StorageNoticeProps {
  readonly drafts: Drafts;
}

/**
 * Says where what is typed here is not being kept, and hands it over as a file: only this page has it, so the browser asks
 * before it is left. Nothing while the page is not live.
 */
export function StorageNotice({ drafts }: StorageNoticeProps) {
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
  useLeaveQuestion(!isKept && drafts.unsaved.length > 0);
  if (notice === undefined) return null;
  const save = () => {
    // What was typed last is to be in the file too.
    drafts.flush();
    exportProgress();
    drafts.handedOver();
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
