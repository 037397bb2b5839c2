import { createLab, type Lab } from '../../session/lab.ts';
import type { Looked } from '../../session/throw-away.ts';
import { offerSchema } from '../editor/schema-store.ts';
import { onEngineProgress, pageEngine } from '../engine.ts';
import { faultOf } from '../faults/fault-of.ts';
import { readCatalog } from './catalog.ts';
import { EXTENSIONS } from './extensions.ts';
import { addEntry, type Entry, endAll } from './history.ts';
import { BUSY, isLost, outcomeOf, planOf } from './lab-runs.ts';
import { NOTHING_DONE, type Phase, type PlaygroundView } from './playground-view.ts';

/** Reading ahead of need, or for convenience, may fail in peace: Run tries again and says why. */
function forgive(): void {}

/** The playground's one database and what was done with it, one thing at a time. Opens nothing before it is needed. */
export class PlaygroundLab {
  view = NOTHING_DONE;
  private readonly listeners = new Set<() => void>();
  private dataset: string;
  private lab: Lab | undefined;
  private busy = false;
  private runs = 0;

  constructor(dataset: string) {
    this.dataset = dataset;
  }

  /** Calls back at every change of the view. Returns how to stop it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const end =
      this.listeners.size === 0 ? onEngineProgress((progress) => this.patch({ progress })) : undefined;
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      end?.();
    };
  };

  /** Lets the database go where another dataset is chosen. */
  choose(dataset: string): void {
    if (dataset === this.dataset) return;
    this.dataset = dataset;
    this.letGo();
  }

  /** Ends the database; what was done stays in the history. */
  letGo(): void {
    void this.lab?.letGo();
    this.lab = undefined;
    const history = endAll(this.view.history);
    this.patch({ opened: false, catalog: undefined, shown: undefined, history, fault: undefined });
  }

  /** Opens the database ahead of need. */
  readonly warm = (): void => {
    if (this.lab || this.busy) return;
    void Promise.resolve()
      .then(async () => {
        const opened = this.open();
        await opened.warm();
        await this.refresh(opened);
      })
      .catch(forgive);
  };

  /** Runs a text; undefined where something else is under way or the engine failed, which the view says. */
  readonly run = async (sql: string): Promise<Entry | undefined> => {
    try {
      return await this.alone('running', (lab) => this.runOn(lab, sql));
    } catch (thrown) {
      this.patch({ fault: faultOf(thrown), shown: undefined });
      return undefined;
    }
  };

  /** A pristine copy. */
  readonly reset = async (): Promise<void> => {
    const fresh = async (lab: Lab) => {
      await lab.reset();
      this.patch({ shown: undefined });
      await this.refresh(lab);
      this.patch({ fresh: true });
    };
    await this.alone('resetting', fresh).catch((thrown) => this.patch({ fault: faultOf(thrown) }));
  };

  /** Ends what is running; the copy is gone with it. Where nothing is any more, it stays. */
  readonly stop = async (): Promise<void> => {
    if (this.busy) await this.lab?.stop();
  };

  readonly reopen = (entry: Entry): void => this.patch({ shown: entry });

  /** Looks into the database while nothing else does. */
  readonly look = async <Found>(at: (lab: Lab) => Promise<Looked<Found>>): Promise<Looked<Found>> =>
    (await this.alone('looking', at)) ?? BUSY;

  /** Changes the database beside the text, and reads its catalog again. */
  readonly change = async <Found>(make: (lab: Lab) => Promise<Looked<Found>>): Promise<Looked<Found>> => {
    const made = await this.alone('running', async (lab) => {
      const done = await make(lab);
      await this.refresh(lab).catch(forgive);
      return done;
    });
    return made ?? BUSY;
  };

  private patch(change: Partial<PlaygroundView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }

  private open(): Lab {
    if (this.lab) return this.lab;
    const lab = createLab(pageEngine(), { name: this.dataset, extensions: EXTENSIONS });
    this.lab = lab;
    lab.watch((opened) => {
      if (lab === this.lab) this.patch({ opened });
    });
    return lab;
  }

  private async refresh(from: Lab): Promise<void> {
    // Reading would open a database anew that was let go.
    if (from !== this.lab) return;
    const read = await readCatalog(from);
    // Where it cannot be read, as in a failed transaction, what was read before it stays.
    if (from !== this.lab || read.kind === 'none') return;
    const catalog = read.found;
    offerSchema(catalog.map(({ name, written, columns }) => ({ name, written, columns })));
    this.patch({ catalog });
  }

  private async alone<Done>(phase: Phase, act: (lab: Lab) => Promise<Done>): Promise<Done | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.patch({ phase, fault: undefined, fresh: false });
    try {
      return await this.noticingLoss(this.open(), act);
    } finally {
      this.busy = false;
      this.patch({ phase: 'idle' });
    }
  }

  /** Marks what was done before as ended where the copy is another one afterwards. */
  private async noticingLoss<Done>(lab: Lab, act: (lab: Lab) => Promise<Done>): Promise<Done> {
    const { copy } = lab;
    try {
      return await act(lab);
    } finally {
      // A run was stopped, its plan too, somebody looked and pressed Stop, or it was to be a fresh copy.
      if (lab === this.lab && lab.copy !== copy) this.noteLoss();
    }
  }

  private noteLoss(): void {
    const { opened, catalog, history } = this.view;
    this.patch({ history: endAll(history), catalog: opened ? catalog : undefined });
  }

  private async runOn(lab: Lab, sql: string): Promise<Entry> {
    const outcome = await outcomeOf(lab, sql);
    const lost = isLost(outcome);
    this.runs += 1;
    const made = { id: this.runs, at: new Date(), dataset: this.dataset, sql, outcome };
    const entry: Entry = { ...made, plan: undefined, standing: !lost };
    const before = lost ? endAll(this.view.history) : this.view.history;
    this.patch({ phase: 'planning', shown: entry, history: addEntry(before, entry) });
    return lost ? entry : this.addPlan(lab, entry);
  }

  private async addPlan(lab: Lab, entry: Entry): Promise<Entry> {
    const { outcome, sql } = entry;
    const answered = outcome.kind === 'run' && outcome.run.kind === 'ok' ? outcome.run : undefined;
    const plan = answered && (await planOf(lab, sql, answered.results.at(-1)?.ms ?? 0));
    const whole = { ...entry, plan };
    this.patch({
      shown: this.view.shown === entry ? whole : this.view.shown,
      history: this.view.history.map((other) => (other === entry ? whole : other)),
    });
    await this.refresh(lab).catch(forgive);
    return whole;
  }
}
