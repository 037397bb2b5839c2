import { useEffect, useState, useSyncExternalStore } from 'react';
import { PlaygroundLab } from './playground-lab.ts';
import type { PlaygroundView } from './playground-view.ts';

export type { PlaygroundView } from './playground-view.ts';
export type PlaygroundActions = Pick<
  PlaygroundLab,
  'warm' | 'run' | 'reset' | 'stop' | 'reopen' | 'look' | 'change'
>;

/** Everything that the playground does with its database, as state for React. */
export function usePlayground(dataset: string): {
  readonly view: PlaygroundView;
  readonly actions: PlaygroundActions;
} {
  const [lab] = useState(() => new PlaygroundLab(dataset));
  const view = useSyncExternalStore(
    lab.subscribe,
    () => lab.view,
    () => lab.view,
  );
  useEffect(() => lab.choose(dataset), [lab, dataset]);
  useEffect(() => () => lab.letGo(), [lab]);
  return { view, actions: lab };
}
