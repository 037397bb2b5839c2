import { useEffect, useState } from 'react';
import type { AskSubject } from '../../session/plan-grid.ts';
import { BoundMover } from './bound-mover.ts';
import { NOTHING, type SelectivityActions, type SelectivityState } from './selectivity-state.ts';

/** Everything that dragging a bound does, as state for React; what is still being planned ends with the component. */
export function useSelectivity(ask: AskSubject): {
  readonly state: SelectivityState;
  readonly actions: SelectivityActions;
} {
  const [state, setState] = useState(NOTHING);
  const [mover] = useState(() => new BoundMover(ask, setState));
  mover.ask = ask;
  useEffect(() => () => mover.stop(), [mover]);
  return { state, actions: mover };
}
