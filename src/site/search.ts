import { commandKey } from '../islands/commands/command-key.ts';

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(term: string): Promise<Found | null>;
}

interface Found {
  readonly results: readonly Hit[];
}

interface Hit {
  data(): Promise<{
    readonly url: string;
    readonly excerpt: string;
    readonly meta: { readonly title?: string };
  }>;
}

const shown = 8;
/** A search that takes longer says that it is under way. */
const SLOW_MS = 500;

function isPagefind(value: unknown): value is Pagefind {
  return typeof value === 'object' && value !== null && 'debouncedSearch' in value;
}

/** Pagefind marks the words it found; everything else of the excerpt is text. */
function writeExcerpt(target: HTMLElement, excerpt: string): void {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  for (const node of parsed.body.childNodes) {
    const part = document.createElement(node.nodeName === 'MARK' ? 'mark' : 'span');
    part.textContent = node.textContent;
    target.append(part);
  }
}

/** What a page is, by its address. */
function kindOf(url: string): string {
  if (url.includes('/learn/')) return 'Lesson';
  return url.includes('/exercises/') ? 'Exercise' : 'Page';
}

async function renderHit(hit: Hit): Promise<HTMLLIElement> {
  const { url, excerpt, meta } = await hit.data();
  const item = document.createElement('li');
  const link = document.createElement('a');
  const title = document.createElement('b');
  const kind = document.createElement('small');
  const text = document.createElement('p');
  link.href = url;
  title.textContent = meta.title ?? url;
  kind.textContent = kindOf(url);
  writeExcerpt(text, excerpt);
  link.append(title, ' ', kind, text);
  item.append(link);
  return item;
}

/** The search dialog; the index loads when it first opens. */
class SearchBox extends HTMLElement {
  private pagefind: Promise<Pagefind> | undefined;
  private turn = 0;

  connectedCallback(): void {
    const open = this.querySelector<HTMLButtonElement>('.open');
    const dialog = this.querySelector('dialog');
    const input = this.querySelector('input');
    if (open === null || dialog === null || input === null) return;
    const show = (): void => {
      dialog.showModal();
      input.focus();
      // The words of an earlier search are typed over; Safari would put new ones before them.
      input.select();
      this.load().catch(() => this.say('Search could not be loaded. Reload the page to try again.'));
    };
    const { sign, aria } = commandKey();
    open.setAttribute('aria-keyshortcuts', `${aria}+K`);
    open.querySelector('kbd')?.replaceChildren(`${sign} K`);
    open.hidden = false;
    open.addEventListener('click', show);
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    input.addEventListener('input', () => void this.find(input.value));
    this.querySelector('form')?.addEventListener('submit', (event) => {
      if (!(event.submitter instanceof HTMLButtonElement)) event.preventDefault();
    });
    dialog.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || event.isComposing) return;
      event.preventDefault();
      this.move(input, step);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      // A search field would take the first Escape to empty itself.
      if (event.key === 'Escape') dialog.close();
      else this.querySelector<HTMLAnchorElement>('.hits a')?.click();
    });
    addEventListener('keydown', (event) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else show();
    });
  }

  /** From the field to the hits and along them; up from the first one is back in the field. */
  private move(input: HTMLElement, step: number): void {
    const stops: HTMLElement[] = [input, ...this.querySelectorAll<HTMLElement>('.hits a')];
    const active = document.activeElement;
    const at = active instanceof HTMLElement ? stops.indexOf(active) : 0;
    stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
  }

  /** The index, fetched once; a fetch that failed is tried again at the next word. */
  private load(): Promise<Pagefind> {
    if (this.pagefind) return this.pagefind;
    const loading = import(/* @vite-ignore */ this.dataset.bundle ?? '').then(async (module: unknown) => {
      if (!isPagefind(module)) throw new Error('not a search index');
      await module.init();
      return module;
    });
    loading.catch(() => {
      this.pagefind = undefined;
    });
    this.pagefind = loading;
    return loading;
  }

  private say(text: string): void {
    this.querySelector('.status')?.replaceChildren(text);
  }

  private async find(term: string): Promise<void> {
    const list = this.querySelector('.hits');
    if (list === null) return;
    // An older search that takes longer must not draw over this one.
    this.turn += 1;
    const mine = this.turn;
    if (term.trim() === '') {
      list.replaceChildren();
      this.say('');
      return;
    }
    const slow = setTimeout(() => this.say('Searching…'), SLOW_MS);
    try {
      const found = await this.search(term);
      if (found === null) return;
      const items = await Promise.all(found.results.slice(0, shown).map(renderHit));
      if (mine !== this.turn) return;
      list.replaceChildren(...items);
      const count = found.results.length;
      this.say(
        count === 0
          ? `Nothing found for “${term}”.`
          : count > shown
            ? `The best ${shown} of ${count}`
            : `${count} found`,
      );
    } catch {
      if (mine === this.turn)
        this.say('Search could not be loaded. Type on to try again, or reload the page.');
    } finally {
      clearTimeout(slow);
    }
  }

  /** Null where a later word has overtaken this one. What fails once is tried once more. */
  private async search(term: string): Promise<Found | null> {
    const ask = async () => (await this.load()).debouncedSearch(term);
    return ask().catch(ask);
  }
}

customElements.define('pw-search', SearchBox);
