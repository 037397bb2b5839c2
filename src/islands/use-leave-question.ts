import { useEffect } from 'react';

/** Has the browser ask before the page is left, as long as something of the reader's would be `lost` with it. */
export function useLeaveQuestion(lost: boolean): void {
  useEffect(() => {
    if (!lost) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [lost]);
}
