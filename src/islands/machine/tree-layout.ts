import type { IndexPage, InsideIndex } from '../../session/inside-index.ts';
import { meanFill } from './inside-text.ts';

/** A bar of the picture: one page, or several side by side where there are too many to draw. */
export interface TreeBar {
  readonly pages: readonly IndexPage[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the whole page, and of what is taken of it. */
  readonly height: number;
  readonly filled: number;
  readonly passed: boolean;
}

/** The span from a level's pages to those below them, as the corners of an area. */
type Fan = readonly (readonly [x: number, y: number])[];

export interface TreeLayout {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly TreeBar[];
  readonly fans: readonly Fan[];
  /** From a page that a search passed to the next one. */
  readonly path: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  }[];
}

const WIDTH = 686;
const BAR = 26;
const LEVEL = 58;
const WIDEST = 20;
const NARROWEST = 2;

function groupsOf(pages: readonly IndexPage[]): readonly (readonly IndexPage[])[] {
  const size = Math.ceil((pages.length * (NARROWEST + 0.5)) / WIDTH);
  if (size <= 1) return pages.map((page) => [page]);
  return Array.from({ length: Math.ceil(pages.length / size) }, (_, at) =>
    pages.slice(at * size, (at + 1) * size),
  );
}

/** Between each level and the next. */
function fansOf(bars: readonly TreeBar[], count: number): readonly Fan[] {
  const spans = Array.from({ length: count }, (_, row) => {
    const own = bars.filter(({ y }) => y === row * LEVEL);
    const last = own.at(-1);
    return { left: own[0]?.x ?? 0, right: last ? last.x + last.width : 0, top: row * LEVEL };
  });
  return spans.slice(1).flatMap((below, at): Fan[] => {
    const above = spans[at];
    if (above === undefined) return [];
    const [from, to] = [above.top + BAR + 2, below.top - 2];
    return [
      [
        [above.left, from],
        [above.right, from],
        [below.right, to],
        [below.left, to],
      ],
    ];
  });
}

/** Each level a row of bars from left to right in key order, in the middle of the picture; the root's on top. */
export function layOutTree({ levels, descent }: Pick<InsideIndex, 'levels' | 'descent'>): TreeLayout {
  const passed = new Set([
    ...(descent?.steps.map(({ block }) => block) ?? []),
    ...(descent?.moreLeaves ?? []),
  ]);
  const bars = levels.flatMap((level, row) => {
    const groups = groupsOf(level);
    const step = Math.min(WIDEST + 3, WIDTH / groups.length);
    const width = Math.max(step * 0.6, step - 3);
    const left = (WIDTH - step * groups.length) / 2;
    return groups.map((pages, at) => ({
      pages,
      x: left + at * step,
      y: row * LEVEL,
      width,
      height: BAR,
      filled: BAR * meanFill(pages),
      passed: pages.some(({ block }) => passed.has(block)),
    }));
  });
  const way = (descent?.steps ?? []).flatMap(
    ({ block }) => bars.find((bar) => bar.pages.some((page) => page.block === block)) ?? [],
  );
  const path = way.slice(1).flatMap((to, at) => {
    const from = way[at];
    return from
      ? [{ x1: from.x + from.width / 2, y1: from.y + BAR + 2, x2: to.x + to.width / 2, y2: to.y - 2 }]
      : [];
  });
  return {
    width: WIDTH,
    height: (levels.length - 1) * LEVEL + BAR,
    bars,
    fans: fansOf(bars, levels.length),
    path,
  };
}
