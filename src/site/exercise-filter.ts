import { progressStore } from '../progress/browser-store.ts';

/** To what the list is narrowed: words of the address. */
interface Narrowed {
  /** Empty for any, as is the topic. */
  readonly difficulty: string;
  readonly topic: string;
  /** Only what is not passed yet. */
  readonly open: boolean;
}

const ALL: Narrowed = { difficulty: '', topic: '', open: false };

function readAddress(): Narrowed {
  const asked = new URLSearchParams(location.search);
  return {
    difficulty: asked.get('difficulty') ?? '',
    topic: asked.get('topic') ?? '',
    open: asked.has('open'),
  };
}

function writeAddress({ difficulty, topic, open }: Narrowed): void {
  const asked = [
    ...(difficulty === '' ? [] : [`difficulty=${difficulty}`]),
    ...(topic === '' ? [] : [`topic=${encodeURIComponent(topic)}`]),
    ...(open ? ['open'] : []),
  ];
  const query = asked.length > 0 ? `?${asked.join('&')}` : '';
  history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
}

function isShown(item: HTMLElement, { difficulty, topic, open }: Narrowed): boolean {
  const passed = item.querySelector<HTMLElement>('[data-exercise]')?.dataset.state === 'passed';
  const topics = item.dataset.topics?.split(' ') ?? [];
  const isAsked = difficulty === '' || item.dataset.difficulty === difficulty;
  return isAsked && (topic === '' || topics.includes(topic)) && !(open && passed);
}

/** Chooses a value; the first, which is any, where there is none like it. */
function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  if (select.selectedIndex < 0) select.value = '';
}

/** Narrows the list of exercises to a difficulty, a topic, or what is left to do. The page's address says to which. */
class ExerciseFilter extends HTMLElement {
  connectedCallback(): void {
    const difficulty = this.querySelector<HTMLSelectElement>('[name="difficulty"]');
    const topic = this.querySelector<HTMLSelectElement>('[name="topic"]');
    const open = this.querySelector('input');
    if (!difficulty || !topic || !open) return;
    const chosen = (): Narrowed => ({ difficulty: difficulty.value, topic: topic.value, open: open.checked });
    const take = (to: Narrowed): void => {
      choose(difficulty, to.difficulty);
      choose(topic, to.topic);
      open.checked = to.open;
      this.apply(chosen());
    };
    const change = (to: Narrowed): void => {
      writeAddress(to);
      take(to);
    };
    take(readAddress());
    this.addEventListener('change', () => change(chosen()));
    // Browsers that come back to a page put into its fields what was there, and tell nobody.
    addEventListener('pageshow', () => take(readAddress()));
    document.querySelector('[data-do="show-all"]')?.addEventListener('click', () => {
      change(ALL);
      // The button that had the focus is gone.
      difficulty.focus();
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
      ?.replaceChildren(to.open ? 'You passed all of these.' : 'There is none like this.');
  }
}

customElements.define('pw-exercise-filter', ExerciseFilter);
