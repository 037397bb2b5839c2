/** Closes the explanation that is open, until the pointer or the focus leaves its term. */
function shut(term: HTMLElement): void {
  const left = new AbortController();
  const open = (): void => {
    delete term.dataset.shut;
    left.abort();
  };
  term.dataset.shut = '';
  for (const leave of ['mouseleave', 'focusout']) term.addEventListener(leave, open, { signal: left.signal });
}

addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const term of document.querySelectorAll<HTMLElement>('pw-term:is(:hover, :focus-within)')) shut(term);
});
