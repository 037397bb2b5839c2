import type { Tell } from './reporter.ts';

/** Calls back once the page stands. */
export function whenRead(act: () => void): void {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}

/** A line above the page, for one thing that may have to be said; it is gone where nothing is said any more. */
export function noticeLine(): Tell {
  let text: string | undefined;
  let line: HTMLElement | undefined;
  const show = () => {
    if (text === undefined) {
      line?.remove();
      return;
    }
    line ??= document.createElement('p');
    line.className = 'pw-notice pw-package-notice';
    line.setAttribute('role', 'status');
    if (line.textContent !== text) line.textContent = text;
    if (!line.isConnected) document.body.prepend(line);
  };
  return (now) => {
    text = now;
    whenRead(show);
  };
}
