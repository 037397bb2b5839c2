import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';

const WIDE = '(min-width: 64rem)';

/**
 * The element that holds the checks beside the task on a wide screen; undefined elsewhere and until the page is live. What it
 * held in the page as it was built goes when the live checks come.
 */
export function useSlot(id: string | undefined): HTMLElement | undefined {
  const [slot, setSlot] = useState<HTMLElement>();
  const built = useRef<readonly ChildNode[]>([]);
  useEffect(() => {
    const element = id === undefined ? null : document.getElementById(id);
    if (!element) return;
    built.current = [...element.childNodes];
    const media = matchMedia(WIDE);
    const place = () => {
      // The pages of paper are counted before what moves now would be laid out, and the last of them would be lost.
      if (matchMedia('print').matches) return;
      startTransition(() => setSlot(media.matches ? element : undefined));
    };
    place();
    media.addEventListener('change', place);
    return () => media.removeEventListener('change', place);
  }, [id]);
  useLayoutEffect(() => {
    if (slot) for (const node of built.current) node.remove();
  }, [slot]);
  return slot;
}
