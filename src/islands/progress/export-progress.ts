import { progressStore } from '../../progress/browser-store.ts';
import { progressFileName, writeProgressFile } from '../../progress/file.ts';
import { saveFile } from '../save-file.ts';

/** Hands the reader all that this page holds of their progress, as a file that the progress page imports. Gives its name. */
export function exportProgress(): string {
  const name = progressFileName(new Date());
  saveFile(name, writeProgressFile(progressStore().read()), 'application/json');
  return name;
}
