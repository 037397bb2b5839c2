import type { EngineFault, Progress } from '../../engine/engine.ts';
import type { CatalogRelation } from './catalog.ts';
import type { Entry } from './history.ts';

/** What is under way. */
export type Phase = 'idle' | 'running' | 'planning' | 'looking' | 'resetting';

/** What the playground shows of its database and of what was done with it. */
export interface PlaygroundView {
  readonly phase: Phase;
  /** True once the database of the chosen dataset is there. */
  readonly opened: boolean;
  readonly progress: Progress | undefined;
  /** Undefined until it was read of this database. */
  readonly catalog: readonly CatalogRelation[] | undefined;
  readonly history: readonly Entry[];
  /** The run whose results and plan are shown. */
  readonly shown: Entry | undefined;
  /** What a reset or a warm-up failed of. */
  readonly fault: EngineFault | undefined;
  /** The last thing done was a reset. */
  readonly fresh: boolean;
}

/** Before anything was done. */
export const NOTHING_DONE: PlaygroundView = {
  phase: 'idle',
  opened: false,
  progress: undefined,
  catalog: undefined,
  history: [],
  shown: undefined,
  fault: undefined,
  fresh: false,
};
