import { progressStore } from '../progress/browser-store.ts';
import { withPrediction } from '../progress/progress.ts';
import { cover, nextOf, tellingAfter, uncover } from './veil.ts';

/** What is said of a choice that is right, and of one that is not. */
const SAID = {
  predicted: ['You predicted it.', 'It is not what you predicted.'],
  right: ['That is right.', 'It is another one.'],
} as const;

/** Commit first, then see: the answer stays closed until the reader has chosen. */
class Predict extends HTMLElement {
  private unveil = (): void => undefined;

  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-do="commit"]');
    const details = this.querySelector('details');
    const key = this.dataset.key;
    if (button === null || details === null || key === undefined) return;
    details.hidden = true;
    button.hidden = false;
    this.addEventListener('change', () => {
      button.disabled = this.chosen() === undefined;
    });
    button.addEventListener('click', () => {
      const choice = this.chosen();
      if (choice === undefined) return;
      const right = choice === this.dataset.right;
      progressStore().change((before) => withPrediction(before, key, choice, right, Date.now()));
      this.reveal(choice);
      // The button that had the focus is gone.
      details.querySelector('summary')?.focus({ preventScroll: true });
    });
    const earlier = progressStore().read().predictions[key]?.choice;
    // A choice whose words are no longer there is none: the question is another one now.
    if (earlier !== undefined && this.inputs().some(({ value }) => value === earlier)) this.reveal(earlier);
    else if (this.dataset.words === 'predicted') this.veil();
  }

  /** What tells the answer in the page's own text is covered until there is one, or the reader wants none. */
  private veil(): void {
    const skip = this.querySelector<HTMLButtonElement>('[data-do="skip"]');
    const said = this.querySelector<HTMLElement>('.covered');
    const telling = tellingAfter(this);
    if (skip === null || said === null || telling.length === 0) return;
    this.unveil = () => {
      uncover(telling);
      skip.remove();
      said.remove();
    };
    cover(telling, this.unveil);
    skip.hidden = false;
    said.hidden = false;
    skip.addEventListener('click', () => {
      this.unveil();
      this.readOn();
    });
  }

  /** The button that had the focus is gone: reading goes on behind this question. */
  private readOn(): void {
    const next = nextOf(this);
    if (!(next instanceof HTMLElement)) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }

  private inputs(): readonly HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  }

  private chosen(): string | undefined {
    return this.inputs().find((input) => input.checked)?.value;
  }

  private reveal(choice: string): void {
    this.unveil();
    const { right } = this.dataset;
    for (const input of this.inputs()) {
      input.checked = input.value === choice;
      input.disabled = true;
      const verdict = input.closest('label')?.querySelector('.verdict');
      const word = input.value === right ? 'right' : input.checked ? 'your answer' : '';
      verdict?.replaceChildren(word);
      input.closest('li')?.toggleAttribute('data-right', input.value === right);
      input.closest('li')?.toggleAttribute('data-chosen', input.checked);
    }
    const [yes, no] = this.dataset.words === 'right' ? SAID.right : SAID.predicted;
    const said = choice === right ? yes : no;
    this.querySelector('.result')?.replaceChildren(said, this.placeReply(choice));
    this.querySelector('[data-do="commit"]')?.remove();
    const details = this.querySelector('details');
    if (details === null) return;
    details.hidden = false;
    details.open = true;
    details.querySelector('summary')?.replaceChildren('The answer');
    details.querySelector('.right')?.remove();
  }

  /**
   * Puts what is said of the choice below it, and gives it for a screen reader to hear. What is said of other choices is
   * for who reads without having chosen.
   */
  private placeReply(choice: string): HTMLElement {
    const heard = document.createElement('span');
    heard.className = 'pw-sr';
    for (const reply of this.querySelectorAll<HTMLElement>('.reply')) {
      reply.remove();
      if (reply.dataset.of !== choice) continue;
      reply.querySelector('q')?.remove();
      heard.replaceChildren(` ${reply.textContent}`);
      this.inputs()
        .find(({ value }) => value === choice)
        ?.closest('li')
        ?.append(reply);
    }
    return heard;
  }
}

customElements.define('pw-predict', Predict);
