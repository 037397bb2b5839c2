import { commandKey } from '../commands/command-key.ts';
import { carryOnLink } from '../playground/carry-link.ts';
import { copyText, SAID_MS } from '../results/copy-text.ts';
import { whenNear } from '../when-near.ts';
import { highlightSql } from './highlight.ts';
import type { BlockRunner } from './run-block.tsx';

/** The SQL of a lesson's block, as it is now and as it was written. */
interface Editor {
  read(): string;
  write(sql: string): void;
  readonly original: string;
}

function paint(code: HTMLElement, sql: string): void {
  const parts = highlightSql(sql).map(({ kind, text }) => {
    if (kind === '') return document.createTextNode(text);
    const span = document.createElement('span');
    span.className = kind;
    span.textContent = text;
    return span;
  });
  code.replaceChildren(...parts, document.createTextNode('\n'));
}

/** Lays a text area over the coloured text, so that it can be edited where it stands. */
function makeEditable(block: HTMLElement, onChange: (sql: string) => void): Editor | undefined {
  const frame = block.querySelector<HTMLElement>('.code');
  const pre = frame?.querySelector('pre');
  const code = pre?.querySelector('code');
  if (!frame || !pre || !code) return undefined;
  const original = code.textContent ?? '';
  const area = document.createElement('textarea');
  area.value = original;
  area.rows = 1;
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.setAttribute('autocomplete', 'off');
  area.setAttribute('aria-label', 'SQL, can be edited');
  const show = (): void => {
    paint(code, area.value);
    onChange(area.value);
  };
  area.addEventListener('input', show);
  pre.setAttribute('aria-hidden', 'true');
  pre.removeAttribute('tabindex');
  frame.append(area);
  paint(code, original);
  return {
    original,
    read: () => area.value,
    write(sql) {
      area.value = sql;
      show();
    },
  };
}

/**
 * Loads what runs a block. In development, components look for what hot reload puts into the page; Astro puts it there
 * only for its own islands, and a lesson has none.
 */
async function loadRunner(block: SqlBlock): Promise<BlockRunner> {
  if (import.meta.env.DEV) await import('@vitejs/plugin-react/preamble');
  const { makeRunner } = await import('./run-block.tsx');
  return makeRunner(block);
}

/** ms before a wait is told. */
const LATE_MS = 250;
const LOADING = 'Loading what runs this block. It runs as soon as that is there.';

/** Loading ahead of need may fail in peace: Run tries again and says so. */
function forgive(): void {}

/** A lesson's SQL block: static text until the reader edits or runs it. */
class SqlBlock extends HTMLElement {
  private runner: Promise<BlockRunner> | undefined;
  private editor: Editor | undefined;

  connectedCallback(): void {
    if (this.editor !== undefined) return;
    const reset = this.button('reset');
    this.editor = makeEditable(this, (sql) => {
      if (reset) reset.hidden = sql === this.editor?.original;
    });
    this.querySelector<HTMLElement>('.pw-toolbar')?.removeAttribute('hidden');
    this.connectButtons();
    const playground = this.querySelector<HTMLAnchorElement>('a[data-do="playground"]');
    if (playground) {
      const { href } = playground;
      carryOnLink(playground, async () => (await import('./block-address.ts')).blockAddress(this, href));
    }
    whenNear(this, () => this.warm());
  }

  /** The text that Run runs. */
  get sql(): string {
    return this.editor?.read() ?? '';
  }

  /** Whether that is the lesson's own. */
  get asWritten(): boolean {
    return this.sql === this.editor?.original;
  }

  /** Runs the block; resolves when its result is shown. */
  async run(): Promise<void> {
    try {
      const loading = this.load();
      const late = setTimeout(() => this.say(LOADING, 'status'), LATE_MS);
      const runner = await loading.finally(() => clearTimeout(late));
      this.say('');
      await runner.run();
    } catch {
      this.say('What runs this block could not be loaded. Check the connection, and press Run again.');
    }
  }

  /** A sentence below the block, while nothing is there that could draw one. */
  private say(text: string, role: 'alert' | 'status' = 'alert'): void {
    this.querySelector('.pw-block-unloaded')?.remove();
    if (text === '') return;
    const note = document.createElement('p');
    note.className = 'pw-block-note pw-block-unloaded';
    note.setAttribute('role', role);
    note.textContent = text;
    this.append(note);
  }

  private button(name: string): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>(`[data-do="${name}"]`);
  }

  private connectButtons(): void {
    const run = this.button('run');
    const reset = this.button('reset');
    const copy = this.button('copy');
    const { sign, aria } = commandKey();
    run?.setAttribute('aria-keyshortcuts', `${aria}+Enter`);
    run?.querySelector('.pw-keys')?.replaceChildren(`${sign} ↵`);
    run?.addEventListener('click', () => void this.run());
    run?.addEventListener('pointerenter', () => this.warm(), { once: true });
    run?.addEventListener('focus', () => this.warm(), { once: true });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.run();
    });
    reset?.addEventListener('click', () => {
      this.editor?.write(this.editor.original);
      void this.runner?.then((runner) => runner.clear()).catch(forgive);
      run?.focus();
    });
    if (copy === null || navigator.clipboard === undefined) return;
    copy.hidden = false;
    let fading: ReturnType<typeof setTimeout> | undefined;
    copy.addEventListener('click', async () => {
      copy.textContent = await copyText(this.sql);
      clearTimeout(fading);
      fading = setTimeout(() => copy.replaceChildren('Copy'), SAID_MS);
    });
  }

  private warm(): void {
    void this.load()
      .then((runner) => runner.warm())
      .catch(forgive);
  }

  private load(): Promise<BlockRunner> {
    if (this.runner) return this.runner;
    const loading = loadRunner(this);
    this.runner = loading;
    // Asked for again at the next press.
    loading.catch(() => {
      this.runner = undefined;
    });
    return loading;
  }
}

customElements.define('pw-sql', SqlBlock);

export type { SqlBlock };
