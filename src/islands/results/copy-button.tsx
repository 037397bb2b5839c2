import { useEffect, useState } from 'react';
import { copyText, SAID_MS } from './copy-text.ts';

/** Copies a text that is made when asked for, and says whether it worked. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: () => string }) {
  const [said, setSaid] = useState<{ readonly text: string }>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  if (typeof navigator === 'undefined' || navigator.clipboard === undefined) return null;
  return (
    <button
      type="button"
      className="pw-button"
      data-quiet
      onClick={async () => setSaid({ text: await copyText(text()) })}
    >
      {said?.text ?? label}
    </button>
  );
}
