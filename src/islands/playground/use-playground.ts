import { useCallback, useEffect, useRef, useState } from 'react';
import type { EngineFault, Progress } from '../../engine/engine.ts';
import { createLab, type Lab } from '../../session/lab.ts';
import type { Looked } from '../../session/throw-away.ts';
import { offerSchema } from '../editor/schema-store.ts';
import { onEngineProgress, pageEngine } from '../engine.ts';
import { type CatalogRelation, readCatalog } from './catalog.ts';
import { addEntry, type Entry, endAll } from './history.ts';
import { BUSY, EXTENSIONS, faultOf, isLost, outcomeOf, planOf } from './lab-runs.ts';

export type Phase = 'idle' | 'running' | 'looking' | 'resetting';

export interface PlaygroundView {
  readonly phase: Phase;
  /** True once the database of the chosen dataset is there. */
  readonly opened: boolean;
  readonly progress: Progress | undefined;
  readonly catalog: readonly CatalogRelation[];
  readonly history: readonly Entry[];
  /** The run whose results and plan are shown. */
  readonly shown: Entry | undefined;
  /** What a reset or a warm-up failed of. */
  readonly fault: EngineFault | undefined;
}

const NOTHING: PlaygroundView = {
  phase: 'idle',
  opened: false,
  progress: undefined,
  catalog: [],
  history: [],
  shown: undefined,
  fault: undefined,
};

export interface PlaygroundActions {
  readonly warm: () => void;
  readonly run: (sql: string) => Promise<Entry | undefined>;
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly reopen: (entry: Entry) => void;
  /** Looks into the database while nothing else does. */
  readonly look: <Found>(at: (lab: Lab) => Promise<Looked<Found>>) => Promise<Looked<Found>>;
}

/** Everything that the playground does with its database, as state for React. Opens nothing before it is needed. */
export function usePlayground(dataset: string): {
  readonly view: PlaygroundView;
  readonly actions: PlaygroundActions;
} {
  const [view, setView] = useState(NOTHING);
  const lab = useRef<{ readonly dataset: string; readonly lab: Lab }>(undefined);
  const busy = useRef(false);
  const runs = useRef(0);
  const stopped = useRef(false);
  const patch = useCallback(
    (change: (before: PlaygroundView) => Partial<PlaygroundView>) =>
      setView((before) => ({ ...before, ...change(before) })),
    [],
  );
  useEffect(() => onEngineProgress((progress) => patch(() => ({ progress }))), [patch]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: choosing another dataset lets the database go
  useEffect(
    () => () => {
      void lab.current?.lab.stop();
      lab.current = undefined;
      patch(({ history }) => ({
        opened: false,
        catalog: [],
        shown: undefined,
        history: endAll(history),
        fault: undefined,
      }));
    },
    [dataset, patch],
  );
  const open = useCallback((): Lab => {
    if (lab.current?.dataset !== dataset) {
      const made = createLab(pageEngine(), { name: dataset, extensions: EXTENSIONS }, onEngineProgress);
      lab.current = { dataset, lab: made };
    }
    return lab.current.lab;
  }, [dataset]);
  const refresh = useCallback(
    async (from: Lab) => {
      const catalog = await readCatalog(from);
      if (from !== lab.current?.lab) return;
      offerSchema(catalog.map(({ name, columns }) => ({ name, columns })));
      patch(() => ({ catalog, opened: true }));
    },
    [patch],
  );
  const alone = useCallback(
    async <Done>(phase: Phase, act: (lab: Lab) => Promise<Done>): Promise<Done | undefined> => {
      if (busy.current) return undefined;
      busy.current = true;
      patch(() => ({ phase, fault: undefined }));
      try {
        return await act(open());
      } finally {
        busy.current = false;
        patch(() => ({ phase: 'idle' }));
      }
    },
    [open, patch],
  );
  const runOn = async (lab: Lab, sql: string): Promise<Entry> => {
    stopped.current = false;
    const opened = () => patch(() => ({ opened: true }));
    const outcome = await outcomeOf(lab, sql, opened, () => stopped.current);
    const lost = isLost(outcome);
    runs.current += 1;
    const id = runs.current;
    const entry: Entry = { id, at: new Date(), dataset, sql, outcome, plan: undefined, standing: !lost };
    patch(({ history }) => ({
      shown: entry,
      history: addEntry(lost ? endAll(history) : history, entry),
      ...(lost && { opened: false }),
    }));
    if (lost) return entry;
    const answered = outcome.kind === 'run' && outcome.run.kind === 'ok' ? outcome.run : undefined;
    const plan = answered && (await planOf(lab, sql, answered.results.at(-1)?.ms ?? 0));
    const whole = { ...entry, plan };
    patch(({ history, shown }) => ({
      shown: shown === entry ? whole : shown,
      history: history.map((other) => (other === entry ? whole : other)),
    }));
    await refresh(lab).catch(forgive);
    return whole;
  };
  return {
    view,
    actions: {
      warm: () => {
        if (lab.current || busy.current) return;
        void Promise.resolve()
          .then(async () => {
            const opened = open();
            await opened.warm();
            if (opened === lab.current?.lab) patch(() => ({ opened: true }));
            await refresh(opened);
          })
          .catch(forgive);
      },
      run: (sql) =>
        alone('running', (lab) => runOn(lab, sql)).catch((thrown) => {
          patch(() => ({ fault: faultOf(thrown), shown: undefined }));
          return undefined;
        }),
      reset: async () => {
        await alone('resetting', async (lab) => {
          await lab.reset();
          patch(({ history }) => ({ history: endAll(history), shown: undefined }));
          await refresh(lab);
        }).catch((thrown) => patch(() => ({ fault: faultOf(thrown) })));
      },
      stop: async () => {
        stopped.current = true;
        await lab.current?.lab.stop();
      },
      reopen: (entry) => patch(() => ({ shown: entry })),
      look: async (at) => (await alone('looking', at)) ?? BUSY,
    },
  };
}

/** Reading ahead of need, or for convenience, may fail in peace: Run tries again and says why. */
function forgive(): void {}
