import { EngineFault } from '../../engine/engine.ts';

/** Whatever was thrown, as a fault of the engine. */
export function faultOf(thrown: unknown): EngineFault {
  return thrown instanceof EngineFault
    ? thrown
    : new EngineFault('crashed', String(thrown), { cause: thrown });
}
