import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { fillGrid, type PlanGrid } from './plan-grid.ts';
import { type Curve, readCurve } from './read-curve.ts';
import { findMovable, type MovableQuery, planPoints } from './selectivity.ts';
import { type Looked, onThrowAway, type Subject } from './throw-away.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

async function on<Found>(setup: string, look: (subject: Subject) => Promise<Looked<Found>>): Promise<Found> {
  const seen = await onThrowAway(engine, { name: 'shop' }, setup, look);
  if (seen.kind === 'none') throw new Error(seen.message);
  return seen.found;
}

const INDEX = 'create index by_customer on orders (customer_id)';
const QUERY = 'select id, total from orders where customer_id <= 42';

async function withAxis<Found>(
  sql: string,
  look: (subject: Subject, query: MovableQuery) => Promise<Looked<Found>>,
): Promise<Found> {
  return on(INDEX, async (subject) => {
    const movable = await findMovable(subject, sql);
    return movable.kind === 'none' ? movable : look(subject, movable.found);
  });
}

describe('a bound that moves', () => {
  it('goes through the values of its column', () =>
    withAxis(QUERY, async (subject, { axes }) => {
      const run = await subject.run(
        'select min(customer_id), max(customer_id), percentile_disc(0.5) within group (order by customer_id), count(*) from orders',
      );
      const [least, most, middle, rows] = (run.kind === 'ok' && run.results[0]?.rows[0]) || [];
      expect(axes).toHaveLength(1);
      const [axis] = axes;
      expect([axis?.values[0], axis?.values.at(-1), axis?.values[500]]).toEqual([least, most, middle]);
      expect(axis?.rows).toBe(Number(rows));
      return { kind: 'ok', found: axis };
    }));

  it('starts at the query’s own value where that is of the column’s type', () =>
    on('', async (subject) => {
      for (const [condition, value] of [
        ["created_at >= '2024-06-01 10:11:12.345'", /^2024-06-01 10:11:12\.345/],
        ['total < 1.005', /^1\.005$/],
        ['id < 41.5', /^\d+$/],
        ['customer_id > 1000000', /^1000000$/],
      ] as const) {
        const movable = await findMovable(subject, `select id from orders where ${condition}`);
        const [axis] = movable.kind === 'ok' ? movable.found.axes : [];
        expect(axis?.values[axis.here]).toMatch(value);
      }
      return { kind: 'ok', found: undefined };
    }));

  it('meets the border where the costs of two ways cross, and a Seq Scan that is right beyond it', async () => {
    const { curve, costs } = await withAxis(QUERY, async (subject, { sql, axes }) => {
      const [axis] = axes;
      if (axis === undefined) throw new Error('no axis');
      const read = await readCurve(subject, sql, axis);
      if (read.kind === 'none') return read;
      const border = read.found.borders.at(-1);
      const value = (place: number | undefined) => axis.values[place ?? 0];
      const explain = async (place: number | undefined) => {
        const run = await subject.run(
          `explain select id, total from orders where customer_id <= ${value(place)}`,
        );
        return run.kind === 'ok' ? String(run.results[0]?.rows[0]?.[0]) : run.kind;
      };
      const both = [await explain(border?.before), await explain(border?.after)];
      return { kind: 'ok', found: { curve: read.found satisfies Curve, costs: both } };
    });
    expect(costs[0]).toMatch(/^Bitmap Heap Scan on orders/);
    expect(costs[1]).toMatch(/^Seq Scan on orders/);
    const last = curve.points.at(-1);
    expect(last?.chosen.via).toBe('seq');
    expect(last?.costs.bitmap).toBeGreaterThan(last?.chosen.cost ?? Number.NaN);
    expect(curve.points[1]?.costs.seq).toBeGreaterThan(curve.points[1]?.chosen.cost ?? Number.NaN);
    for (const { chosen, costs: each } of curve.points)
      expect(chosen.cost).toBeLessThanOrEqual(Math.min(...Object.values(each)) + 0.01);
  });

  it('misses no plan between two points of the curve', () =>
    on(`${INDEX}; create index by_day on orders (created_at)`, async (subject) => {
      const movable = await findMovable(subject, `${QUERY} and created_at >= '2024-06-01'`);
      if (movable.kind === 'none') return movable;
      const { sql, axes } = movable.found;
      const [axis] = axes;
      if (axis === undefined) throw new Error('no axis');
      const curve = await readCurve(subject, sql, axis);
      if (curve.kind === 'none') return curve;
      const { borders, points } = curve.found;
      expect(borders.length).toBeGreaterThan(1);
      for (const [at, border] of borders.entries()) {
        expect(border.after).toBe(border.before + 1);
        expect(border.from.label).toBe(borders[at - 1]?.to.label ?? points[0]?.chosen.label);
      }
      expect(borders.at(-1)?.to.label).toBe(points.at(-1)?.chosen.label);
      return curve;
    }));

  it('finds the table behind an alias, and both ends of BETWEEN', () =>
    withAxis(
      `select o.id from customers c join orders o on o.customer_id = c.id
       where o.created_at between '2023-01-01' and '2023-02-01' and c.id < 100`,
      async (_, { axes }) => {
        expect(axes.map(({ column, operator, table }) => `${table} ${column} ${operator}`)).toEqual([
          'orders o.created_at >=',
          'orders o.created_at <=',
          'customers c.id <',
        ]);
        return { kind: 'ok', found: axes };
      },
    ));

  it('is not there where nothing is compared with a fixed value', async () => {
    const asked = on('', (subject) => findMovable(subject, 'select * from orders where id = 5'));
    await expect(asked).rejects.toThrow(/no bound to move/);
  });
});

describe('two bounds', () => {
  const TWO = `${QUERY} and created_at >= '2023-01-01'`;

  it('fill a grid, each cell as the planner plans it there', async () => {
    await withAxis(TWO, async (subject, { sql, axes }) => {
      const [x, y] = axes;
      if (!x || !y) throw new Error('no axes');
      const seen: PlanGrid[] = [];
      const filled = await fillGrid(
        { sql, x, y, size: 8 },
        (look) => look(subject),
        (grid) => seen.push(grid),
        () => false,
      );
      if (filled.kind === 'none') return filled;
      expect(filled.found.cells.every((cell) => cell !== undefined)).toBe(true);
      expect(seen.length).toBeGreaterThan(1);
      expect(seen[0]?.cells.some((cell) => cell === undefined)).toBe(true);
      const { places, cells, plans } = filled.found;
      const [column, row] = [5, 2];
      const again = await planPoints(subject, sql, [x, y], [[places[column] ?? 0, places[row] ?? 0]]);
      const cell = cells[row * 8 + column];
      expect(again.kind === 'ok' && again.found[0]).toMatchObject({
        label: plans[cell?.plan ?? -1]?.label,
        cost: cell?.cost,
      });
      return { kind: 'ok', found: 0 };
    });
  });

  it('stop when they are told to, with what is there', async () => {
    await withAxis(TWO, async (subject, { sql, axes }) => {
      const [x, y] = axes;
      if (!x || !y) throw new Error('no axes');
      let rounds = 0;
      const stop = () => {
        rounds += 1;
        return rounds > 2;
      };
      const filled = await fillGrid(
        { sql, x, y, size: 40 },
        (look) => look(subject),
        () => {},
        stop,
      );
      const known = filled.kind === 'ok' ? filled.found.cells.filter((cell) => cell !== undefined).length : 0;
      expect(known).toBeGreaterThan(0);
      expect(known).toBeLessThan(1_600);
      return filled;
    });
  });
});
