import { startTransition, useEffect, useState } from 'react';

/** False in the page as it was built, true from when its script runs. That is drawn in pieces between which the page answers. */
export function useLive(): boolean {
  const [live, setLive] = useState(false);
  useEffect(() => startTransition(() => setLive(true)), []);
  return live;
}
