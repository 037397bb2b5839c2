/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  createInstance(): Instance;
}

interface Instance {
  init(): Promise<void>;
  filters(): Promise<unknown>;
  debouncedSearch(term: string, options: undefined, debounceMs: number): Promise<Found | null>;
  destroy(): Promise<void>;
}

interface Found {
  readonly results: readonly { data(): Promise<FoundPage> }[];
}

export interface FoundPage {
  readonly url: string;
  readonly excerpt: string;
  /** All of its text. */
  readonly content?: string;
  readonly meta: { readonly title?: string };
}

export interface Answer {
  readonly count: number;
  /** The pages of the best hits, in order. */
  readonly best: readonly FoundPage[];
}

const BEST = 8;
const NOTHING: Answer = { count: 0, best: [] };
const TYPING_MS = 300;
/** Before each try to answer a word. The last waits until a short gap in the network may be over. */
const TRIES_AFTER_MS = [0, 0, 1000];

function isPagefind(value: unknown): value is Pagefind {
  return typeof value === 'object' && value !== null && 'createInstance' in value;
}

/**
 * Pagefind keeps "N+1" as one word without its sign, and would search for two. Of the words of "index only scan" every
 * lesson has plenty, of "index-only" those that are about it.
 */
function asIndexed(term: string): string {
  return term.replace(/(\p{L})\+(?=\p{N})/gu, '$1').replace(/\bindex only\b/gi, 'index-only');
}

/** Pagefind's own `init` does not wait for the index; what asks for its filters does. */
async function openIndex(bundle: string): Promise<Instance> {
  const module: unknown = await import(/* @vite-ignore */ bundle);
  if (!isPagefind(module)) throw new Error('not a search index');
  const instance = module.createInstance();
  await instance.init();
  await instance.filters();
  return instance;
}

/**
 * The search index of the site. A Pagefind whose file did not arrive never asks for it again: it fails at every word,
 * or finds nothing where that was a part of the index. So after a failure, and before nothing is said to be found, the
 * word is asked of a Pagefind that begins anew.
 */
export class SearchIndex {
  private readonly bundle: string;
  private opened: Promise<Instance> | undefined;
  private turn = 0;

  constructor(bundle: string) {
    this.bundle = bundle;
  }

  /** Fetches the index, so that it is there when the first word is asked. */
  warm(): void {
    this.open().catch(() => undefined);
  }

  /** Null where a later word has overtaken this one. */
  async find(term: string): Promise<Answer | null> {
    this.turn += 1;
    const mine = this.turn;
    if (term.trim() === '') return NOTHING;
    let nothing = false;
    let problem: unknown;
    for (const [at, wait] of TRIES_AFTER_MS.entries()) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const index = this.open();
      try {
        const answer = await this.ask(await index, term, mine, at === 0 ? TYPING_MS : 0);
        if (answer === null || answer.count > 0 || nothing) return answer;
        nothing = true;
      } catch (error) {
        problem = error;
      }
      if (mine !== this.turn) return null;
      this.drop(index);
    }
    throw problem;
  }

  private open(): Promise<Instance> {
    if (this.opened) return this.opened;
    const opening = openIndex(this.bundle);
    opening.catch(() => this.drop(opening));
    this.opened = opening;
    return opening;
  }

  private drop(index: Promise<Instance>): void {
    if (this.opened !== index) return;
    this.opened = undefined;
    index.then((instance) => instance.destroy()).catch(() => undefined);
  }

  private async ask(index: Instance, term: string, mine: number, debounceMs: number): Promise<Answer | null> {
    // Pagefind takes what it is asked last for the newest word.
    if (mine !== this.turn) return null;
    const found = await index.debouncedSearch(asIndexed(term), undefined, debounceMs);
    if (found === null) return null;
    const best = await Promise.all(found.results.slice(0, BEST).map((hit) => hit.data()));
    return mine === this.turn ? { count: found.results.length, best } : null;
  }
}
