import { whenNear } from '../when-near.ts';
import type { LiveLook } from './lesson-look.tsx';

/** Loads what measures a picture; in development also what hot reload wants in the page. */
async function loadLive(element: HTMLElement): Promise<LiveLook> {
  if (import.meta.env.DEV) await import('@vitejs/plugin-react/preamble');
  const { makeLiveLook } = await import('./lesson-look.tsx');
  return makeLiveLook(element);
}

/** A lesson's picture of the machine: markup from when the lesson was checked, until the reader measures it here. */
class LookElement extends HTMLElement {
  private live: Promise<LiveLook> | undefined;

  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-do="look"]');
    if (button === null || !button.hidden) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.measure());
    whenNear(this, () => void this.load());
  }

  /** Measures on the reader's own PostgreSQL; resolves when it is shown. */
  async measure(): Promise<void> {
    await (await this.load()).measure();
  }

  private load(): Promise<LiveLook> {
    this.live ??= loadLive(this);
    return this.live;
  }
}

customElements.define('pw-look', LookElement);
