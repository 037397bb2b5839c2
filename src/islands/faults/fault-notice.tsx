import type { EngineFault } from '../../engine/engine.ts';
import { faultText } from './fault-text.ts';

/** What failed of the engine, and what can be done. */
export function FaultNotice({ fault }: { readonly fault: EngineFault }) {
  const { what, remedy } = faultText(fault);
  return (
    <div className="pw-notice" data-bad role="alert">
      <strong>{what}</strong> {remedy}
    </div>
  );
}
