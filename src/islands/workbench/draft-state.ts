/** The text that is graded, and the one to try things in. */
export type Tab = 'answer' | 'scratch';

/** The text of each tab. */
export type Texts = Readonly<Record<Tab, string>>;

/** The texts of an exercise as they stand. */
export interface DraftState {
  readonly texts: Texts;
  /** Raised when a text was replaced from outside the editor. */
  readonly revision: number;
  /** What the reader had in each tab whose text was replaced, until something is written there. */
  readonly aside: Readonly<Partial<Record<Tab, string>>>;
  /** The tabs whose texts are not saved yet. */
  readonly unsaved: readonly Tab[];
}

/** Texts of which nothing was changed yet. */
export function beginWith(texts: Texts): DraftState {
  return { texts, revision: 0, aside: {}, unsaved: [] };
}

function put(state: DraftState, tab: Tab, text: string): DraftState {
  const others = state.unsaved.filter((other) => other !== tab);
  return { ...state, texts: { ...state.texts, [tab]: text }, unsaved: [...others, tab] };
}

function without(aside: DraftState['aside'], tab: Tab): DraftState['aside'] {
  const { [tab]: _, ...others } = aside;
  return others;
}

/** After typing. */
export function written(state: DraftState, tab: Tab, text: string): DraftState {
  if (state.texts[tab] === text) return state;
  return { ...put(state, tab, text), aside: without(state.aside, tab) };
}

/** More text behind what stands in a tab. */
export function appended(state: DraftState, tab: Tab, text: string): DraftState {
  const whole = `${state.texts[tab].trimEnd()}\n\n${text}`;
  return { ...put(state, tab, whole), revision: state.revision + 1 };
}

/** Another text in the place of the reader's own, which is kept aside: what was put there meanwhile is not their own. */
export function replaced(state: DraftState, tab: Tab, text: string): DraftState {
  const aside = { [tab]: state.texts[tab], ...state.aside };
  return { ...put(state, tab, text), revision: state.revision + 1, aside };
}

/** The reader's own text again. */
export function takenBack(state: DraftState, tab: Tab): DraftState {
  const text = state.aside[tab];
  if (text === undefined) return state;
  return { ...put(state, tab, text), revision: state.revision + 1, aside: without(state.aside, tab) };
}

/** Takes over what is kept, which another tab or a file may have brought, of the texts that nobody writes here. */
export function adopted(state: DraftState, kept: Texts): DraftState {
  const { texts, unsaved, revision } = state;
  const pick = (tab: Tab) => (unsaved.includes(tab) ? texts[tab] : kept[tab]);
  const next = { answer: pick('answer'), scratch: pick('scratch') };
  const same = next.answer === texts.answer && next.scratch === texts.scratch;
  return same ? state : { ...state, texts: next, revision: revision + 1 };
}

/** After everything was saved, or handed over. */
export function saved(state: DraftState): DraftState {
  return { ...state, unsaved: [] };
}
