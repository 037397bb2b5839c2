import type { Shared, SharedRead } from './link.ts';

/** What the page opens with. */
export interface Beginning {
  readonly shared: Shared;
  /** A sentence about where the text came from. */
  readonly notice?: string;
  /** The reader's own draft, where a link's text stands in its place. */
  readonly aside?: Shared;
}

/** What there is to begin with. */
export interface Sources {
  readonly draft: Shared | undefined;
  readonly link: SharedRead;
  /** The dataset that the address asks for. */
  readonly asked: string | null;
  /** Where there is nothing else. */
  readonly start: Shared;
}

const CAME = 'This text came with the link. Nothing runs until you press Run';

function fromLink(shared: Shared, draft: Shared | undefined, own: Shared): Beginning {
  const same = draft?.text === shared.text && draft.dataset === shared.dataset;
  if (same || !draft) return { shared, notice: `${CAME}.` };
  return { shared, aside: own, notice: `${CAME}, and your own draft is kept until you write here.` };
}

/** A link's text goes before the draft, and the draft is kept aside; the address may ask for another dataset. */
export function beginText({ draft, link, asked, start }: Sources, known: readonly string[]): Beginning {
  const own = draft && known.includes(draft.dataset) ? draft : start;
  if (link.kind === 'ok' && known.includes(link.shared.dataset)) return fromLink(link.shared, draft, own);
  const dataset = asked !== null && known.includes(asked) ? asked : own.dataset;
  const shared = { dataset, text: own.text };
  if (link.kind === 'damaged') return { shared, notice: link.message };
  if (link.kind === 'absent') return { shared };
  return { shared, notice: `This link is for a dataset that is not here: ${link.shared.dataset}.` };
}
