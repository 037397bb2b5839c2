const WIDE = '(min-width: 50rem)';

/** Scrolls a list of lessons so far that the one that is read stands in the middle. */
function showCurrent(menu: HTMLElement): void {
  const current = menu.querySelector<HTMLElement>('[aria-current="page"]');
  if (current) menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
}

/**
 * The menu of a narrow window. While it is open nothing that it covers can be reached; it closes when a link is followed,
 * on the page too, and when the window becomes wide.
 */
export function connectMenu(menu: HTMLElement, covered: readonly HTMLElement[]): void {
  const isOpen = (): boolean => menu.matches(':popover-open');
  const close = (): void => {
    if (isOpen()) menu.hidePopover();
  };
  menu.addEventListener('toggle', () => {
    for (const element of covered) element.inert = isOpen();
    if (isOpen()) showCurrent(menu);
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) close();
  });
  matchMedia(WIDE).addEventListener('change', close);
}
