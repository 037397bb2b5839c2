import type { SqlError } from '../../engine/engine.ts';
import type { EditorError } from './monaco.ts';

/** Where an error of what was run lies in a text that holds it; undefined where it lies nowhere there. */
export function errorPlace(text: string, ran: string, error: SqlError | undefined): EditorError | undefined {
  if (error?.position === undefined) return undefined;
  const start = text.indexOf(ran);
  return start < 0 ? undefined : { from: start + error.position, message: error.message };
}
