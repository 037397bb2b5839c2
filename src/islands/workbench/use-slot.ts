import { useEffect, useState } from 'react';

const WIDE = '(min-width: 64rem)';

/** The element that holds the checks beside the task on a wide screen; undefined elsewhere and until the page is live. */
export function useSlot(id: string | undefined): HTMLElement | undefined {
  const [slot, setSlot] = useState<HTMLElement>();
  useEffect(() => {
    const element = id === undefined ? null : document.getElementById(id);
    if (!element) return;
    const media = matchMedia(WIDE);
    let emptied = false;
    const place = () => {
      // The pages of paper are counted before what moves now would be laid out, and the last of them would be lost.
      if (matchMedia('print').matches) return;
      if (media.matches && !emptied) element.replaceChildren();
      emptied ||= media.matches;
      setSlot(media.matches ? element : undefined);
    };
    place();
    media.addEventListener('change', place);
    return () => media.removeEventListener('change', place);
  }, [id]);
  return slot;
}
