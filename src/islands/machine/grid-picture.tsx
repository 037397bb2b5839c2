import type { PlanGrid } from '../../session/plan-grid.ts';
import { cellAt, listRegions } from './selectivity-text.ts';

export interface GridPictureProps {
  readonly grid: PlanGrid;
  /** Where the two bounds stand, each 0 to 1 from its lowest value. */
  readonly here?: readonly [x: number, y: number] | undefined;
  readonly label: string;
}

/** Cells side by side with the same plan are one rectangle. */
function rectanglesOf(grid: PlanGrid) {
  const { size } = grid;
  return Array.from({ length: size }, (_, row) => row).flatMap((row) => {
    const runs: { plan: number; column: number; length: number; row: number }[] = [];
    for (let column = 0; column < size; column += 1) {
      const plan = cellAt(grid, column, row)?.plan;
      const last = runs.at(-1);
      if (plan === undefined) continue;
      if (last && last.plan === plan && last.column + last.length === column) last.length += 1;
      else runs.push({ plan, column, length: 1, row });
    }
    return runs;
  });
}

/** The lines between cells with different plans. */
function bordersOf(grid: PlanGrid): string {
  const { size } = grid;
  const planAt = (column: number, row: number) => cellAt(grid, column, row)?.plan;
  const lines: string[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const plan = planAt(column, row);
      const top = size - row - 1;
      if (column + 1 < size && planAt(column + 1, row) !== plan) lines.push(`M${column + 1} ${top}v1`);
      if (row + 1 < size && planAt(column, row + 1) !== plan) lines.push(`M${column} ${top}h1`);
    }
  return lines.join('');
}

/** Where a region's letter stands: in the longest stretch of the row that halves its cells. */
function lettersOf(grid: PlanGrid, cells: ReturnType<typeof rectanglesOf>) {
  return listRegions(grid).flatMap(({ letter, share }, plan) => {
    const own = cells.filter((cell) => cell.plan === plan);
    const half = own.reduce((sum, { length }) => sum + length, 0) / 2;
    let seen = 0;
    const middle = own.find(({ length }) => {
      seen += length;
      return seen >= half;
    });
    const inRow = own.filter(({ row }) => row === middle?.row).sort((a, b) => b.length - a.length);
    const [stretch] = inRow;
    return stretch && share > 0.01
      ? [{ letter, x: stretch.column + stretch.length / 2, y: grid.size - stretch.row - 0.5 }]
      : [];
  });
}

/** The plan that is chosen at each place of two bounds: low values left and below. */
export function GridPicture({ grid, here, label }: GridPictureProps) {
  const { size } = grid;
  const cells = rectanglesOf(grid);
  const regions = listRegions(grid);
  return (
    <svg
      className="pw-grid"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      {cells.map(({ plan, column, row, length }) => (
        <rect
          key={`${column} ${row}`}
          x={column}
          y={size - row - 1}
          width={length + 0.02}
          height={1.02}
          fill={`color-mix(in srgb, var(--pw-${regions[plan]?.ink}) ${(regions[plan]?.strength ?? 1) * 100}%, var(--pw-panel))`}
        />
      ))}
      <path className="pw-grid-border" d={bordersOf(grid)} />
      {lettersOf(grid, cells).map(({ letter, x, y }) => (
        <text key={letter} x={x} y={y}>
          {letter}
        </text>
      ))}
      {here && (
        <path className="pw-grid-here" d={`M${here[0] * size} 0V${size}M0 ${size * (1 - here[1])}H${size}`} />
      )}
    </svg>
  );
}
