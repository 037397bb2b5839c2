import type { HeapPage } from '../../session/heap-page.ts';
import { describeHeapPage, followedBy } from './heap-text.ts';

const WIDTH = 686;
const HEIGHT = 34;
const ARC = 26;

/** The bytes of a page from left to right: line pointers, free space, row versions, and arcs along version chains. */
export function HeapPicture({ page }: { readonly page: HeapPage }) {
  const scale = WIDTH / page.size;
  const places = new Map(
    page.slots.map((slot) => [
      slot.number,
      {
        x: scale * (slot.at > 0 ? slot.at + slot.bytes / 2 : 26 + (slot.number - 1) * 4),
        stored: slot.at > 0,
      },
    ]),
  );
  const arcs = page.slots.flatMap((slot) => {
    const [from, to] = [places.get(slot.number), places.get(followedBy(slot, page.block) ?? 0)];
    return from && to ? [{ number: slot.number, from: from.x, to: to.x }] : [];
  });
  return (
    <svg
      className="pw-heap"
      role="img"
      aria-label={describeHeapPage(page)}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + ARC}`}
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
