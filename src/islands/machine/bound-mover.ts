import { type BoundAxis, STEPS } from '../../session/bound-axis.ts';
import { type AskSubject, fillGrid, type PlanGrid } from '../../session/plan-grid.ts';
import { readCurve } from '../../session/read-curve.ts';
import { findMovable, planCurve, planPoints } from '../../session/selectivity.ts';
import type { Looked, Subject } from '../../session/throw-away.ts';
import { faultSentence } from '../faults/fault-text.ts';
import {
  axesNamed,
  movedAxes,
  NOTHING,
  type SelectivityActions,
  type SelectivityState,
} from './selectivity-state.ts';

/** Cells along each side of the grid. */
const GRID = 40;

/** Asks the engine what dragging a bound does. Questions wait for one another; a later drawing overtakes an earlier one. */
export class BoundMover implements SelectivityActions {
  /** Who is asked: set anew whenever it changes. */
  ask: AskSubject;
  private state: SelectivityState = NOTHING;
  private readonly onState: (state: SelectivityState) => void;
  private turn = 0;
  private planning = false;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(ask: AskSubject, onState: (state: SelectivityState) => void) {
    this.ask = ask;
    this.onState = onState;
  }

  async start(text: string, wanted: readonly string[] = []): Promise<void> {
    this.turn += 1;
    this.patch({ ...NOTHING, busy: true });
    const mine = this.turn;
    const found = await this.asking((subject) => findMovable(subject, text));
    if (found && mine === this.turn) await this.draw(found.sql, found.axes, axesNamed(found.axes, wanted));
  }

  choose(moved: readonly number[]): Promise<void> {
    return this.draw(this.state.sql, this.state.axes, moved);
  }

  move(at: number, place: number): void {
    const inside = Math.min(STEPS, Math.max(0, Math.round(place)));
    this.patch({ places: this.state.places.map((before, index) => (index === at ? inside : before)) });
    if (!this.state.busy) void this.plan();
  }

  stop(): void {
    this.turn += 1;
    this.patch({ busy: false });
  }

  private patch(change: Partial<SelectivityState>): void {
    this.state = { ...this.state, ...change };
    this.onState(this.state);
  }

  /** Waits for its turn and asks. What is no answer is a message, unless something else was asked for meanwhile. */
  private async asking<Found>(
    look: (subject: Subject) => Promise<Looked<Found>>,
  ): Promise<Found | undefined> {
    const mine = this.turn;
    const fail = (message: string) => {
      if (mine === this.turn) this.patch({ busy: false, message });
    };
    const next = this.queue.then(
      () => this.ask(look),
      () => this.ask(look),
    );
    this.queue = next;
    try {
      const answer = await next;
      if (answer.kind === 'ok') return answer.found;
      fail(answer.message);
    } catch (thrown) {
      fail(faultSentence(thrown));
    }
    return undefined;
  }

  private async draw(sql: string, axes: readonly BoundAxis[], moved: readonly number[]): Promise<void> {
    this.turn += 1;
    const mine = this.turn;
    const own = movedAxes({ axes, moved });
    const [x, y] = own;
    if (x === undefined) return;
    const places = own.map(({ here }) => here);
    this.patch({ ...NOTHING, sql, axes, moved, places, busy: true });
    if (y === undefined) {
      const curve = await this.asking((subject) => readCurve(subject, sql, x));
      if (curve && mine === this.turn) this.patch({ curve, busy: false });
    } else await this.fill(sql, [x, y], mine);
    if (mine === this.turn) await this.plan();
  }

  /** Plans the cells of a grid, which is drawn as it comes in, until another drawing begins. */
  private async fill(sql: string, [x, y]: readonly [BoundAxis, BoundAxis], mine: number): Promise<void> {
    const stopped = () => mine !== this.turn;
    const note = (grid: PlanGrid) => {
      if (!stopped()) this.patch({ grid });
    };
    await this.asking((subject) =>
      fillGrid({ sql, x, y, size: GRID }, (look) => look(subject), note, stopped),
    );
    if (!stopped()) this.patch({ busy: false });
  }

  /** Plans at the places as they are when it is its turn, and again where they have moved meanwhile. */
  private async plan(): Promise<void> {
    if (this.planning) return;
    this.planning = true;
    for (let done = ''; done !== this.state.places.join(); ) {
      const { sql, places } = this.state;
      done = places.join();
      const own = movedAxes(this.state);
      const [only, second] = own;
      const [first] = places;
      if (only === undefined || first === undefined) break;
      if (second === undefined) {
        const points = await this.asking((subject) => planCurve(subject, sql, only, [first]));
        if (points?.[0]) this.patch({ point: points[0], here: points[0].chosen });
      } else {
        const points = await this.asking((subject) => planPoints(subject, sql, own, [places]));
        if (points?.[0]) this.patch({ here: points[0] });
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    this.planning = false;
  }
}
