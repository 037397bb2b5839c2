import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { TouchedRelation } from '../../session/touched-pages.ts';
import { pageToken } from '../page-token.ts';
import { blockAt, layOutPages, paintPages } from './page-layout.ts';
import { describeTouched, inkOf } from './pages-text.ts';

/** Raised whenever the page changes between light and dark. */
function useTheme(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const observer = new MutationObserver(() => setTurn((before) => before + 1));
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return turn;
}

/** The width of an element, 0 until it is on the page. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

/** One relation's pages as small squares, those that were touched in the colour of the way that led to them. */
export function PageCanvas({ relation }: { readonly relation: TouchedRelation }) {
  const { pages, touched, via, name } = relation;
  const { element, width } = useWidth();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<number>();
  const theme = useTheme();
  const layout = useMemo(() => layOutPages(pages, width), [pages, width]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of the page change with its theme
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    paintPages(canvas.current, layout, pages, touched, {
      lit: pageToken(inkOf(via)),
      unlit: pageToken('line'),
    });
  }, [layout, pages, touched, via, width, theme]);
  const point = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>) => {
    const box = currentTarget.getBoundingClientRect();
    setPointed(blockAt(layout, pages, clientX - box.left, clientY - box.top));
  };
  return (
    <div ref={element} className="pw-pages-canvas">
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Pages of ${name}: ${describeTouched(relation)}`}
        style={{ width: layout.width, height: layout.height }}
        onPointerMove={point}
        onPointerLeave={() => setPointed(undefined)}
      />
      {pointed !== undefined && (
        <span className="pw-pages-pointed pw-figure-text">
          block {pointed}, {touched.includes(pointed) ? 'looked at' : 'not looked at'}
        </span>
      )}
    </div>
  );
}
