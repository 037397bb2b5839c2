import { whenNear } from '../when-near.ts';
import type { LiveLook } from './lesson-look.tsx';

/** Loads what measures a picture; in development also what hot reload wants in the page. */
async function loadLive(element: HTMLElement): Promise<LiveLook> {
  if (import.meta.env.DEV) await import('@vitejs/plugin-react/preamble');
  const { makeLiveLook } = await import('./lesson-look.tsx');
  return makeLiveLook(element);
}

/** Loading ahead of need may fail in peace: the button tries again and says so. */
function forgive(): void {}

/** A lesson's picture of the machine: markup from when the lesson was checked, until the reader measures it here. */
class LookElement extends HTMLElement {
  private live: Promise<LiveLook> | undefined;

  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-do="look"]');
    if (button === null || !button.hidden) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.measure());
    whenNear(this, () => void this.load().catch(forgive));
  }

  /** Measures on the reader's own PostgreSQL; resolves when it is shown, or when it is said why it is not. */
  async measure(): Promise<void> {
    try {
      const live = await this.load();
      this.say('');
      await live.measure();
    } catch {
      this.say('What measures this could not be loaded. Check the connection, and try again.');
    }
  }

  /** A sentence below the picture, while nothing is there that could draw one. */
  private say(text: string): void {
    this.querySelector('.pw-look-unloaded')?.remove();
    if (text === '') return;
    const note = document.createElement('p');
    note.className = 'pw-notice pw-look-unloaded';
    note.dataset.bad = '';
    note.setAttribute('role', 'alert');
    note.textContent = text;
    this.querySelector('.shown')?.append(note);
  }

  private load(): Promise<LiveLook> {
    if (this.live) return this.live;
    const loading = loadLive(this);
    this.live = loading;
    // Asked for again at the next press.
    loading.catch(() => {
      this.live = undefined;
    });
    return loading;
  }
}

customElements.define('pw-look', LookElement);
