import { useState } from 'react';

/** Copies a text that is made when asked for, and says whether it worked. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: () => string }) {
  const [said, setSaid] = useState<string>();
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard.writeText(text()).then(
      () => 'Copied',
      () => 'Not copied',
    );
    setSaid(done);
    setTimeout(() => setSaid(undefined), 1600);
  };
  if (typeof navigator === 'undefined' || navigator.clipboard === undefined) return null;
  return (
    <button type="button" className="pw-button" data-quiet onClick={() => void copy()}>
      {said ?? label}
    </button>
  );
}
