import type { HeapPage } from '../../session/heap-page.ts';
import { describeHeapPage, followedBy } from './heap-text.ts';

const WIDTH = 686;
const HEIGHT = 34;
const ARC = 26;

interface Arc {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** From each slot to the one on the same page that it leads to. */
function arcsOf(page: HeapPage): readonly Arc[] {
  const scale = WIDTH / page.size;
  const places = new Map(
    page.slots.map(({ number, at, bytes }) => [
      number,
      scale * (at > 0 ? at + bytes / 2 : 26 + (number - 1) * 4),
    ]),
  );
  return page.slots.flatMap((slot) => {
    const from = places.get(slot.number);
    const to = places.get(followedBy(slot, page.block) ?? 0);
    return from === undefined || to === undefined ? [] : [{ number: slot.number, from, to }];
  });
}

/** The bytes of a page from left to right: line pointers, free space, row versions, and arcs along version chains. */
export function HeapPicture({ page }: { readonly page: HeapPage }) {
  const scale = WIDTH / page.size;
  const arcs = arcsOf(page);
  const top = arcs.length > 0 ? 0 : ARC;
  return (
    <svg
      className="pw-heap"
      role="img"
      aria-label={describeHeapPage(page)}
      viewBox={`0 ${top} ${WIDTH} ${HEIGHT + ARC - top}`}
      preserveAspectRatio="none"
      data-arcs={arcs.length > 0 || undefined}
    >
      <rect className="pw-heap-frame" x={0.5} y={ARC} width={WIDTH - 1} height={HEIGHT - 1} />
      <rect className="pw-heap-head" x={0} y={ARC} width={24 * scale} height={HEIGHT - 1} />
      {page.slots.map((slot) => (
        <g key={slot.number}>
          <rect
            data-state={slot.state}
            x={scale * (24 + (slot.number - 1) * 4)}
            y={ARC + 2}
            width={Math.max(0.3, 4 * scale - 0.06)}
            height={HEIGHT - 5}
          />
          {slot.at > 0 && (
            <rect
              data-state={slot.state}
              data-hot={slot.heapOnly || undefined}
              x={scale * slot.at + 0.25}
              y={ARC + 2}
              width={Math.max(0.6, scale * slot.bytes - 0.5)}
              height={HEIGHT - 5}
            />
          )}
        </g>
      ))}
      {arcs.map(({ number, from, to }) => (
        <path
          key={number}
          d={`M${from} ${ARC}Q${(from + to) / 2} ${ARC - Math.min(2 * ARC - 4, 10 + Math.abs(to - from) / 4)} ${to} ${ARC}`}
        />
      ))}
    </svg>
  );
}
