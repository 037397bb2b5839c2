import { progressStore } from '../../progress/browser-store.ts';
import { progressFileName, writeProgressFile } from '../../progress/file.ts';
import { saveFile } from '../save-file.ts';

/** Hands the reader all that this page holds of their progress, as a file that the progress page imports. */
export function exportProgress(): void {
  saveFile(progressFileName(new Date()), writeProgressFile(progressStore().read()), 'application/json');
}
