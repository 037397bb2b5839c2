import './divider.css';

/** Sizes that the reader gave to panes, by the pane's id, in CSS pixels. */
const KEPT = 'planwright.panes';
const STEP = 16;
const LEAST = 160;
/** The other pane keeps at least this share of the window. */
const MOST_OF_WINDOW = 0.7;

function readKept(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

function keep(id: string, size: number | undefined): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...readKept(), [id]: size }));
  } catch {
    // Storage is refused: the size holds until the page is left.
  }
}

/**
 * The bar between two panes, after the window splitter of the WAI-ARIA practices: drag it, or focus it and use the arrow
 * keys, Home and End; Enter and a double click give the pane its own size back. `controls` names the pane, whose CSS
 * takes the size from `--pw-size`; `between` is `rows` or `columns`; `label` says what is changed. It resizes static HTML,
 * which is why it is no part of an island.
 */
class Divider extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute('role', 'separator');
    this.tabIndex = 0;
    this.setAttribute('aria-controls', this.#id);
    this.setAttribute('aria-orientation', this.#sideways ? 'vertical' : 'horizontal');
    this.setAttribute('aria-label', this.getAttribute('label') ?? 'Size');
    this.addEventListener('pointerdown', this.#drag);
    this.addEventListener('keydown', this.#press);
    this.addEventListener('dblclick', this.#reset);
    const kept = readKept()[this.#id];
    if (typeof kept === 'number') this.#show(kept);
    else this.#tell();
  }

  get #id(): string {
    return this.getAttribute('controls') ?? '';
  }

  get #pane(): HTMLElement | null {
    return document.getElementById(this.#id);
  }

  get #sideways(): boolean {
    return this.getAttribute('between') === 'columns';
  }

  get #size(): number {
    const box = this.#pane?.getBoundingClientRect();
    return Math.round((this.#sideways ? box?.width : box?.height) ?? 0);
  }

  get #most(): number {
    return Math.round((this.#sideways ? innerWidth : innerHeight) * MOST_OF_WINDOW);
  }

  #tell(): void {
    this.setAttribute('aria-valuemin', String(LEAST));
    this.setAttribute('aria-valuemax', String(this.#most));
    this.setAttribute('aria-valuenow', String(this.#size));
    this.setAttribute('aria-valuetext', `${this.#size} pixels`);
  }

  #show(size: number | undefined): void {
    if (size === undefined) this.#pane?.style.removeProperty('--pw-size');
    else this.#pane?.style.setProperty('--pw-size', `${Math.min(this.#most, Math.max(LEAST, size))}px`);
    this.#tell();
  }

  #give(size: number | undefined): void {
    this.#show(size);
    keep(this.#id, size === undefined ? undefined : this.#size);
  }

  readonly #reset = (): void => this.#give(undefined);

  readonly #press = (event: KeyboardEvent): void => {
    const [less, more] = this.#sideways ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const asked: Readonly<Record<string, number | undefined>> = {
      [less ?? '']: this.#size - STEP,
      [more ?? '']: this.#size + STEP,
      Home: LEAST,
      End: this.#most,
      Enter: undefined,
    };
    if (!(event.key in asked)) return;
    event.preventDefault();
    this.#give(asked[event.key]);
  };

  readonly #drag = (down: PointerEvent): void => {
    if (down.button !== 0) return;
    const from = this.#size - (this.#sideways ? down.clientX : down.clientY);
    const stop = new AbortController();
    const until = { signal: stop.signal };
    this.setPointerCapture(down.pointerId);
    this.addEventListener(
      'pointermove',
      (move) => this.#show(from + (this.#sideways ? move.clientX : move.clientY)),
      until,
    );
    const end = () => {
      stop.abort();
      keep(this.#id, this.#size);
    };
    this.addEventListener('pointerup', end, until);
    this.addEventListener('pointercancel', end, until);
  };
}

if (!customElements.get('pw-divider')) customElements.define('pw-divider', Divider);
