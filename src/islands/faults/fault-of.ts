import { crashFault } from '../../engine/crash-code.ts';
import { EngineFault } from '../../engine/engine.ts';

/** Whatever was thrown, as a fault of the engine, or of the site where a part of it did not load. */
export function faultOf(thrown: unknown): EngineFault {
  if (thrown instanceof EngineFault) return thrown;
  const fault = crashFault(String(thrown));
  const what = fault.code === 'part-missing' ? 'a part of this page could not be loaded' : fault.message;
  return new EngineFault(fault.code, what, { cause: thrown });
}
