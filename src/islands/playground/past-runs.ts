import { type Entry, noteOf } from './history.ts';
import { shelfOfTab } from './tab-shelf.ts';

/** A run of before this page was loaded anew: its database is gone, and its results with it. */
export interface PastRun {
  readonly sql: string;
  /** When it was, on what data, and what came of it. */
  readonly note: string;
}

const KEY = 'planwright.playground.runs';
const MOST_RUNS = 50;
/** UTF-16 code units of all texts together: a tab's storage is small, and drafts are in the browser's own. */
const MOST_TEXT = 200_000;

function readRun(value: unknown): readonly PastRun[] {
  if (typeof value !== 'object' || value === null) return [];
  const { sql, note }: { sql?: unknown; note?: unknown } = value;
  return typeof sql === 'string' && typeof note === 'string' ? [{ sql, note }] : [];
}

/** The newest that there is room for. */
function fitting(runs: readonly PastRun[]): readonly PastRun[] {
  let room = MOST_TEXT;
  return runs.slice(0, MOST_RUNS).filter(({ sql }) => {
    room -= sql.length;
    return room >= 0;
  });
}

/** What this tab ran before its page was loaded anew, newest first; nothing where the browser keeps nothing. */
export function readPastRuns(shelf = shelfOfTab()): readonly PastRun[] {
  try {
    const value: unknown = JSON.parse(shelf?.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? value.flatMap(readRun) : [];
  } catch {
    return [];
  }
}

/** Notes the runs of this page for when it is loaded anew. */
export function keepPastRuns(
  history: readonly Entry[],
  past: readonly PastRun[],
  shelf = shelfOfTab(),
): void {
  const now = history.map((entry) => ({ sql: entry.sql, note: noteOf({ ...entry, standing: false }) }));
  if (now.length + past.length === 0) return;
  try {
    shelf?.setItem(KEY, JSON.stringify(fitting([...now, ...past])));
  } catch {
    // Without room they end with the page, as their database does.
  }
}
