import { exportProgress } from '../islands/progress/export-progress.ts';
import { progressStore } from '../progress/browser-store.ts';

/** At a lesson's end: says that what was just done on the page is not kept, and hands it over as a file. */
class NotKept extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('[role="status"]');
    const store = progressStore();
    this.querySelector('button')?.addEventListener('click', exportProgress);
    store.subscribe(() => {
      this.hidden = store.isKept();
      if (text !== null) text.textContent = this.hidden ? '' : (store.notice() ?? '');
    });
  }
}

customElements.define('pw-not-kept', NotKept);
