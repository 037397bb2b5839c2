/** Where what a question is about has ended. */
const END = 'h1, h2, h3, pw-predict, .sl-heading-wrapper';

/** What the reader comes to after an element. */
export const nextOf = (element: Element): Element | null => {
  const next = element.nextElementSibling;
  return next?.matches('script') ? nextOf(next) : next;
};

const isBlock = (element: Element | null) => element?.matches('pw-sql') ?? false;

/** What a paragraph leads to, and would tell as much: a table, or text that is quoted. */
const QUOTED = 'table, pre, blockquote';

/**
 * What tells the answer to a question in the text after it: everything to the end of the first paragraph, and what is
 * quoted right behind it. A block tells nothing until it is run, nor does a paragraph that leads from the question to a
 * block.
 */
export function tellingAfter(question: Element): readonly HTMLElement[] {
  const first = nextOf(question);
  const leads = first?.matches('p') && isBlock(nextOf(first));
  const telling: HTMLElement[] = [];
  for (let next = leads ? nextOf(first) : first; next; next = nextOf(next)) {
    if (next.matches(END)) break;
    if (isBlock(next)) continue;
    if (next instanceof HTMLElement) telling.push(next);
    if (telling.some((element) => element.matches('p')) && !nextOf(next)?.matches(QUOTED)) break;
  }
  return telling;
}

/** Browsers that find text in what is covered, and say so before they show it. */
const findsCovered = () => 'onbeforematch' in HTMLElement.prototype;

/**
 * Covers what tells an answer: nobody sees it, hears it or comes to it by the keyboard, and it keeps its room. Where the
 * browser's own search, or a link to a place in it, finds something there, `shown` is told.
 */
export function cover(telling: readonly HTMLElement[], shown: () => void): void {
  const heights = telling.map((element) => element.offsetHeight);
  for (const [at, element] of telling.entries()) {
    element.toggleAttribute('data-veiled', true);
    element.style.setProperty('--pw-tall', `${heights[at]}px`);
    if (findsCovered()) element.setAttribute('hidden', 'until-found');
    else element.inert = true;
    element.addEventListener('beforematch', shown, { once: true });
    element.addEventListener('click', shown, { once: true });
  }
}

/** Takes the cover off. */
export function uncover(telling: readonly HTMLElement[]): void {
  for (const element of telling) {
    for (const name of ['data-veiled', 'hidden', 'inert']) element.removeAttribute(name);
    element.style.removeProperty('--pw-tall');
  }
}
