import { crashCode } from '../../engine/crash-code.ts';
import { EngineFault } from '../../engine/engine.ts';

/** Whatever was thrown, as a fault of the engine, or of the site where a part of it did not load. */
export function faultOf(thrown: unknown): EngineFault {
  if (thrown instanceof EngineFault) return thrown;
  const code = crashCode(String(thrown));
  const what = code === 'part-missing' ? 'a part of this page could not be loaded' : String(thrown);
  return new EngineFault(code, what, { cause: thrown });
}
