import type { InsideIndex } from '../../session/inside-index.ts';
import { layOutTree } from './tree-layout.ts';

/** The pages of a B-tree, level by level, as high as they are full, with the way of a search through them. */
export function TreePicture({ inside }: { readonly inside: InsideIndex }) {
  const { width, height, bars, fans, path } = layOutTree(inside);
  const levels = inside.levels.map((level) => level.length).join(', ');
  return (
    <svg
      className="pw-tree"
      role="img"
      aria-label={`Pages of ${inside.index.name} from the root down: ${levels}`}
      viewBox={`0 -3 ${width} ${height + 6}`}
    >
      {fans.map((corners) => (
        <polygon key={corners.join()} className="pw-tree-fan" points={corners.join(' ')} />
      ))}
      {path.map((line) => (
        <line key={`${line.x1} ${line.y1}`} {...line} />
      ))}
      {bars.map(({ x, y, width: wide, height: high, filled, passed }) => (
        <g key={`${x} ${y}`} data-passed={passed || undefined}>
          <rect className="pw-tree-page" x={x} y={y} width={wide} height={high} />
          <rect className="pw-tree-fill" x={x} y={y + high - filled} width={wide} height={filled} />
        </g>
      ))}
    </svg>
  );
}
