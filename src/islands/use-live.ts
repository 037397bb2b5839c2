import { useEffect, useState } from 'react';

/** False in the page as it was built, true from when its script runs. */
export function useLive(): boolean {
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return live;
}
