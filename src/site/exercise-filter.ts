import { progressStore } from '../progress/browser-store.ts';

interface Narrowed {
  /** Empty for any. */
  readonly difficulty: string;
  /** Only what is not passed yet. */
  readonly open: boolean;
}

function readAddress(): Narrowed {
  const asked = new URLSearchParams(location.search);
  return { difficulty: asked.get('difficulty') ?? '', open: asked.has('open') };
}

function writeAddress({ difficulty, open }: Narrowed): void {
  const asked = [...(difficulty === '' ? [] : [`difficulty=${difficulty}`]), ...(open ? ['open'] : [])];
  const query = asked.length > 0 ? `?${asked.join('&')}` : '';
  history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
}

function isShown(item: HTMLElement, { difficulty, open }: Narrowed): boolean {
  const passed = item.querySelector<HTMLElement>('[data-exercise]')?.dataset.state === 'passed';
  return (difficulty === '' || item.dataset.difficulty === difficulty) && !(open && passed);
}

/** Narrows the list of exercises to a difficulty, or to what is left to do. The page's address says to which. */
class ExerciseFilter extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    const box = this.querySelector('input');
    if (!select || !box) return;
    const take = ({ difficulty, open }: Narrowed): void => {
      select.value = difficulty;
      if (select.selectedIndex < 0) select.value = '';
      box.checked = open;
      this.apply({ difficulty: select.value, open });
    };
    const change = (to: Narrowed): void => {
      writeAddress(to);
      take(to);
    };
    take(readAddress());
    this.addEventListener('change', () => change({ difficulty: select.value, open: box.checked }));
    // Browsers that come back to a page put into its fields what was there, and tell nobody.
    addEventListener('pageshow', () => take(readAddress()));
    document.querySelector('[data-do="show-all"]')?.addEventListener('click', () => {
      change({ difficulty: '', open: false });
      // The button that had the focus is gone.
      select.focus();
    });
    progressStore().subscribe(() => take(readAddress()));
  }

  private apply(to: Narrowed): void {
    const items = [...document.querySelectorAll<HTMLElement>('li[data-difficulty]')];
    for (const item of items) item.hidden = !isShown(item, to);
    for (const section of document.querySelectorAll<HTMLElement>('.list section')) {
      section.hidden = section.querySelector('li:not([hidden])') === null;
    }
    const shown = items.filter(({ hidden }) => !hidden).length;
    this.querySelector('[role="status"]')?.replaceChildren(`${shown} of ${items.length}`);
    const nothing = document.querySelector<HTMLElement>('.nothing');
    if (!nothing) return;
    nothing.hidden = shown > 0;
    nothing
      .querySelector('p')
      ?.replaceChildren(to.open ? 'You passed all of these.' : 'There is none of this difficulty.');
  }
}

customElements.define('pw-exercise-filter', ExerciseFilter);
