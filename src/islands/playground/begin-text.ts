import type { Draft } from './draft.ts';
import { isSame, type Shared, type SharedRead } from './link.ts';

/** What the page opens with. */
export interface Beginning {
  readonly shared: Shared;
  /** A sentence about where the text came from. */
  readonly notice?: string;
  /** The reader's own draft that the text goes on from; none where it came with a link. */
  readonly from?: Draft;
}

/** What there is to begin with. */
export interface Sources {
  /** Every text of the reader's own. */
  readonly drafts: readonly Draft[];
  /** The one of them that this tab goes on with. */
  readonly own: Draft | undefined;
  readonly link: SharedRead;
  /** The dataset that the address asks for. */
  readonly asked: string | null;
  /** Where there is nothing else. */
  readonly start: Shared;
}

const CAME = 'This text came with the link. Nothing runs until you press Run';

function fromLink(shared: Shared, drafts: readonly Draft[]): Beginning {
  const from = drafts.find((draft) => isSame(draft, shared));
  if (from) return { shared, from, notice: `${CAME}.` };
  const hasOwn = drafts.some(({ text }) => text.trim() !== '');
  return { shared, notice: hasOwn ? `${CAME}, and your own draft is kept.` : `${CAME}.` };
}

/** A link's text goes before the draft, which is kept beside it; the address may ask for another dataset. */
export function beginText({ drafts, own, link, asked, start }: Sources, known: readonly string[]): Beginning {
  if (link.kind === 'ok' && known.includes(link.shared.dataset)) return fromLink(link.shared, drafts);
  const from = own && known.includes(own.dataset) ? own : undefined;
  const { dataset, text } = from ?? start;
  const shared = { dataset: asked !== null && known.includes(asked) ? asked : dataset, text };
  const begun = { shared, ...(from && { from }) };
  if (link.kind === 'damaged') return { ...begun, notice: link.message };
  if (link.kind === 'absent') return begun;
  return { ...begun, notice: `This link is for a dataset that is not here: ${link.shared.dataset}.` };
}
