import { crashFault } from './crash-code.ts';
import { EngineFault } from './engine.ts';
import type { Reply } from './protocol.ts';

/** What was thrown in a worker as the answer to a request: errors lose their fields on the way between threads. */
export function faultReply(id: number, thrown: unknown): Reply {
  if (thrown instanceof EngineFault) return { id, kind: 'fault', code: thrown.code, message: thrown.message };
  const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  const { code, message } = crashFault(said);
  return { id, kind: 'fault', code, message };
}
