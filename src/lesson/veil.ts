/** Where what a question is about has ended. */
const END = 'h1, h2, h3, pw-predict, .sl-heading-wrapper';

const nextOf = (element: Element): Element | null => {
  const next = element.nextElementSibling;
  return next?.matches('script') ? nextOf(next) : next;
};

const isBlock = (element: Element | null) => element?.matches('pw-sql') ?? false;

/**
 * What tells the answer to a question in the text after it: everything to the end of the first paragraph. A block tells
 * nothing until it is run, nor does a paragraph that leads from the question to a block.
 */
export function tellingAfter(question: Element): readonly Element[] {
  const first = nextOf(question);
  const leads = first?.matches('p') && isBlock(nextOf(first));
  const telling: Element[] = [];
  for (let next = leads ? nextOf(first) : first; next; next = nextOf(next)) {
    if (next.matches(END)) break;
    if (isBlock(next)) continue;
    telling.push(next);
    if (next.matches('p')) break;
  }
  return telling;
}
