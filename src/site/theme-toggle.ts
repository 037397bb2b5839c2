const key = 'planwright.theme';

function currentTheme(): 'light' | 'dark' {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The window around the page takes the colour of its head, whatever the system prefers. */
function colourWindow(root: Document): void {
  const colour = getComputedStyle(root.documentElement).getPropertyValue('--pw-panel').trim();
  for (const meta of root.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute('content', colour);
}

/** Shows the theme button and keeps it, the system's preference and other tabs in step. */
export function connectThemeToggle(root: Document): void {
  const button = root.querySelector<HTMLButtonElement>('.pw-theme');
  if (button === null) return;
  const show = (theme: 'light' | 'dark'): void => {
    root.documentElement.dataset.theme = theme;
    colourWindow(root);
    button.setAttribute('aria-label', theme === 'dark' ? 'Use the light theme' : 'Use the dark theme');
  };
  button.hidden = false;
  show(currentTheme());
  button.addEventListener('click', () => {
    const next = currentTheme() === 'dark' ? 'light' : 'dark';
    show(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // Storage refused: the choice lasts as long as the page.
    }
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
    if (readChoice() === null) show(matches ? 'dark' : 'light');
  });
  addEventListener('storage', (event) => {
    if (event.key === key && (event.newValue === 'dark' || event.newValue === 'light')) show(event.newValue);
  });
}
