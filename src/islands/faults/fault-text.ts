import type { EngineFault, FaultCode } from '../../engine/engine.ts';
import { faultOf } from './fault-of.ts';

/** What a learner can do about a fault of ours, by what it was. The text in the editor is kept in every case. */
const REMEDY: Readonly<Record<FaultCode, string>> = {
  'no-webassembly': 'Use a current Firefox, Chrome, Edge or Safari, and allow WebAssembly for this site.',
  'browser-too-old':
    'Use Chrome or Edge from 119 on, Firefox from 121 on, or Safari from 17.4 on, which on an iPhone or iPad comes with iOS 17.4.',
  'no-worker': 'Allow workers for this site, or use another browser.',
  'download-failed': 'Check the connection (or a content blocker) and press Run again.',
  'corrupt-snapshot':
    'Press Run to fetch it once more. If it stays damaged, something on the way changes it: try another network.',
  'boot-timeout': 'Press Run to try again; closing other tabs helps a busy machine.',
  'init-failed': 'Reload the page. If it happens again, this is a fault of the site, not of your SQL.',
  'out-of-memory':
    'Close other tabs and press Run again, which starts on a fresh copy. If your SQL took very many rows, let it take fewer.',
  'too-deep': 'Look for a function that calls itself without end. The next run starts on a fresh copy.',
  crashed: 'This is a fault of the embedded engine, not of your SQL. The next run starts on a fresh copy.',
  'part-missing':
    'Check the connection and try again. If the site was renewed since you opened the page, reload it.',
  'unknown-dataset': 'This is a fault of the site: the dataset is missing from this build.',
  closed: 'Press Run to open a new database.',
};

/** A fault in words. */
export interface FaultText {
  readonly what: string;
  readonly remedy: string;
}

/** A fault as two sentences: what happened, and what can be done. */
export function faultText(fault: EngineFault): FaultText {
  const what = fault.message.replace(/[.\s]*$/, '');
  return {
    what: `${what.charAt(0).toUpperCase()}${what.slice(1)}.`,
    remedy: `${REMEDY[fault.code]} Your text is kept.`,
  };
}

/** What happened and what to do, of whatever was thrown. */
export function faultSentence(thrown: unknown): string {
  const { what, remedy } = faultText(faultOf(thrown));
  return `${what} ${remedy}`;
}
