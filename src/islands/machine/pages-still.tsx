import { useId } from 'react';
import type { TouchedRelation } from '../../session/touched-pages.ts';
import { layOutPages } from './page-layout.ts';
import { describeTouched, inkOf, rangesOf } from './pages-text.ts';

/** The width that the squares are laid out for, in CSS pixels; on a narrower screen the picture shrinks. */
const WIDTH = 686;

interface Run {
  readonly column: number;
  readonly row: number;
  readonly length: number;
}

/** Runs of block numbers, cut where a row of squares ends. */
function cutToRows(blocks: readonly number[], columns: number): readonly Run[] {
  return rangesOf(blocks).flatMap(({ from, to }) => {
    const runs: Run[] = [];
    for (let at = from; at <= to; ) {
      const column = at % columns;
      const length = Math.min(columns - column, to - at + 1);
      runs.push({ column, row: Math.floor(at / columns), length });
      at += length;
    }
    return runs;
  });
}

/** Rectangles as one path; each square's own gap is part of its pattern. */
function pathOf(runs: readonly Run[], step: number): string {
  return runs
    .map(
      ({ column, row, length }) =>
        `M${column * step} ${row * step}h${length * step}v${step}h${-length * step}z`,
    )
    .join('');
}

export interface PagesStillProps {
  readonly relation: TouchedRelation;
  /** What the lit squares are, where they are not the pages that were touched. */
  readonly lit?: string;
}

/** One relation's pages as squares, in markup that needs no script. */
export function PagesStill({ relation, lit }: PagesStillProps) {
  const { pages, touched, via, name } = relation;
  const id = useId();
  const layout = layOutPages(pages, WIDTH);
  const { step, cell, columns } = layout;
  const whole = pathOf(cutToRows([...Array(pages).keys()], columns), step);
  const inks = [
    { name: 'unlit', ink: 'var(--pw-line)', path: whole },
    { name: 'lit', ink: `var(--pw-${inkOf(via)})`, path: pathOf(cutToRows(touched, columns), step) },
  ];
  return (
    <svg
      className="pw-pages-still"
      role="img"
      aria-label={`Pages of ${name}: ${describeTouched(relation)}${lit === undefined ? '' : ` ${lit}`}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      style={{ maxInlineSize: layout.width }}
    >
      {inks.map(({ name: which, ink, path }) => (
        <g key={which}>
          <pattern id={`${id}${which}`} width={step} height={step} patternUnits="userSpaceOnUse">
            {which === 'lit' && <rect width={step} height={step} fill="var(--pw-panel)" />}
            <rect width={cell} height={cell} fill={ink} />
          </pattern>
          {path !== '' && <path d={path} fill={`url(#${id}${which})`} />}
        </g>
      ))}
    </svg>
  );
}
