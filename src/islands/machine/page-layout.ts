/** Where the cells of a grid of pages lie, in CSS pixels. */
export interface PageLayout {
  readonly columns: number;
  readonly rows: number;
  /** Edge of a cell. */
  readonly cell: number;
  /** From one cell to the next. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
}

/** Cells shrink as they become many, so that a table of 5,000 pages stays on the screen. */
function edgeFor(pages: number): number {
  if (pages <= 400) return 9;
  if (pages <= 2_500) return 6;
  return pages <= 10_000 ? 4 : 3;
}

/** Lays pages out in rows from the left, block 0 first. `width` is what there is room for. */
export function layOutPages(pages: number, width: number): PageLayout {
  const cell = edgeFor(pages);
  const gap = cell > 6 ? 2 : 1;
  const step = cell + gap;
  const columns = Math.max(1, Math.min(pages, Math.floor((width + gap) / step)));
  const rows = Math.ceil(pages / columns);
  return { columns, rows, cell, step, width: columns * step - gap, height: Math.max(0, rows * step - gap) };
}

/** The block under a point, or undefined beside the cells. */
export function blockAt(layout: PageLayout, pages: number, x: number, y: number): number | undefined {
  const [column, row] = [Math.floor(x / layout.step), Math.floor(y / layout.step)];
  const block = row * layout.columns + column;
  const inside = x >= 0 && y >= 0 && column < layout.columns && block < pages;
  return inside ? block : undefined;
}

export interface PageInks {
  readonly lit: string;
  readonly unlit: string;
}

/** Draws every cell; scaled to the screen's own pixels. A few milliseconds for 5,000 cells. */
export function paintPages(
  canvas: HTMLCanvasElement,
  layout: PageLayout,
  pages: number,
  touched: readonly number[],
  inks: PageInks,
): void {
  const scale = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(layout.width * scale);
  canvas.height = Math.round(layout.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(scale, scale);
  const cell = (block: number) => {
    const x = (block % layout.columns) * layout.step;
    context.fillRect(x, Math.floor(block / layout.columns) * layout.step, layout.cell, layout.cell);
  };
  context.fillStyle = inks.unlit;
  const lit = new Set(touched);
  for (let block = 0; block < pages; block += 1) if (!lit.has(block)) cell(block);
  context.fillStyle = inks.lit;
  for (const block of touched) cell(block);
}
