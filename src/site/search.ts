import { commandKey } from '../islands/commands/command-key.ts';
import { type Answer, type FoundPage, SearchIndex } from './search-index.ts';
import { nearPages, unknownWords } from './unknown-words.ts';

/** A search that takes longer says that it is under way. */
const SLOW_MS = 500;

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

function renderHit({ url, excerpt, meta }: FoundPage): HTMLLIElement {
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

function countOf(term: string, { count, best }: Answer): string {
  if (best.length === 0) return `Nothing found for “${term}”.`;
  const unknown = unknownWords(term, best).map((word) => `“${word}”`);
  if (unknown.length > 0) return `No page has ${unknown.join(' or ')}. The nearest:`;
  return count > best.length ? `The best ${best.length} of ${count}` : `${count} found`;
}

/** The search dialog; the index loads when it first opens. */
class SearchBox extends HTMLElement {
  private slow: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const open = this.querySelector<HTMLButtonElement>('.open');
    const dialog = this.querySelector('dialog');
    const input = this.querySelector('input');
    if (open === null || dialog === null || input === null) return;
    const index = new SearchIndex(this.dataset.bundle ?? '');
    const show = (): void => {
      dialog.showModal();
      input.focus();
      // The words of an earlier search are typed over; Safari would put new ones before them.
      input.select();
      index.warm();
    };
    const { sign, aria } = commandKey();
    open.setAttribute('aria-keyshortcuts', `${aria}+K`);
    open.querySelector('kbd')?.replaceChildren(`${sign} K`);
    open.hidden = false;
    open.addEventListener('click', show);
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    input.addEventListener('input', () => void this.find(index, input.value));
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

  private say(text: string): void {
    this.querySelector('.status')?.replaceChildren(text);
  }

  /** Other hits in the place of the earlier ones. Who was on one of them is on the same page's again, or else on the first. */
  private put(pages: readonly FoundPage[]): void {
    const list = this.querySelector('.hits');
    const at = document.activeElement;
    const held = at instanceof HTMLAnchorElement && list?.contains(at) ? at.href : undefined;
    list?.replaceChildren(...pages.map(renderHit));
    if (held === undefined) return;
    const links = [...this.querySelectorAll<HTMLAnchorElement>('.hits a')];
    const same = links.find(({ href }) => href === held);
    (same ?? links[0] ?? this.querySelector('input'))?.focus();
  }

  private async find(index: SearchIndex, term: string): Promise<void> {
    clearTimeout(this.slow);
    const slow = setTimeout(() => this.say('Searching…'), SLOW_MS);
    this.slow = slow;
    try {
      const found = await index.find(term);
      if (found === null) return;
      const answer = { ...found, best: nearPages(term, found.best) };
      this.put(answer.best);
      this.say(term.trim() === '' ? '' : countOf(term, answer));
    } catch {
      this.say('Search could not be loaded. Type on to try again, or reload the page.');
    } finally {
      clearTimeout(slow);
    }
  }
}

customElements.define('pw-search', SearchBox);
