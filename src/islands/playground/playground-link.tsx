import { useEffect, useRef } from 'react';
import { carryOnLink } from './carry-link.ts';

export interface PlaygroundLinkProps {
  /** The playground's address. */
  readonly href: string;
  readonly dataset: string;
  /** What must have run before the text. */
  readonly before: readonly string[];
  /** The text as it is when the reader goes. */
  readonly text: () => string;
}

/** The way to the playground, with the text that stands here. */
export function PlaygroundLink({ href, ...carried }: PlaygroundLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const latest = useRef(carried);
  latest.current = carried;
  useEffect(() => {
    if (!link.current) return;
    return carryOnLink(link.current, async () => {
      const { playgroundAddress } = await import('./carry.ts');
      return playgroundAddress(href, { ...latest.current, text: latest.current.text() });
    });
  }, [href]);
  return (
    <a
      ref={link}
      className="pw-button"
      data-quiet
      data-do="playground"
      href={`${href}?dataset=${carried.dataset}`}
      title="Open in the playground"
    >
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        aria-hidden="true"
      >
        <path d="M5.5 2.5h-3v9h9v-3M8 2h4v4M12 2 6.5 7.5" />
      </svg>
      <span className="pw-sr">Open in the playground</span>
    </a>
  );
}
