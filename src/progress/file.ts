import { mergeProgress } from './merge.ts';
import { type Progress, parseProgress } from './progress.ts';

/** The exported file: the stored JSON, indented, so that it can be read and compared. */
export function writeProgressFile(progress: Progress): string {
  return `${JSON.stringify(progress, null, 2)}\n`;
}

/** `planwright-2026-11-20.json`. */
export function progressFileName(now: Date): string {
  return `planwright-${now.toISOString().slice(0, 10)}.json`;
}

export type Imported =
  | { readonly kind: 'ok'; readonly progress: Progress; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

function countPassed(progress: Progress): number {
  return Object.values(progress.exercises).filter(({ state }) => state === 'passed').length;
}

/** Adds a file's progress to what is here; nothing that is here is lost. */
export function importProgress(here: Progress, text: string): Imported {
  const parsed = parseProgress(text);
  if (parsed.kind === 'newer') {
    return {
      kind: 'refused',
      message: 'That file was written by a newer version. Reload this page and try again.',
    };
  }
  if (parsed.kind === 'unreadable') {
    return {
      kind: 'refused',
      message: `That file holds no progress of this site: ${parsed.why}. Nothing was changed.`,
    };
  }
  const progress = mergeProgress(here, parsed.progress);
  const gained = countPassed(progress) - countPassed(here);
  const message = `Added the file: ${gained} more ${gained === 1 ? 'exercise' : 'exercises'} passed, ${countPassed(progress)} in all.`;
  return { kind: 'ok', progress, message };
}
