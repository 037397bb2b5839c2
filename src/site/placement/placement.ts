import { progressStore } from '../../progress/browser-store.ts';
import { type Asked, suggest } from './suggest.ts';

/** Says where to begin when the last question has its answer, and again when the page is opened later. */
class Placement extends HTMLElement {
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#show();
    this.#stop = progressStore().subscribe(() => this.#show());
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #show(): void {
    const asked = JSON.parse(this.dataset.asked ?? '[]') as readonly Asked[];
    const { predictions } = progressStore().read();
    const answers = Object.fromEntries(
      asked.flatMap(({ key }) => {
        const given = predictions[key];
        return given ? [[key, given.right] as const] : [];
      }),
    );
    const found = suggest(asked, answers);
    for (const part of this.querySelectorAll<HTMLElement>('[data-when]')) {
      part.hidden = part.dataset.when !== found.kind;
    }
    const say = (name: string, text: string) =>
      this.querySelector(`[data-say="${name}"]`)?.replaceChildren(text);
    if (found.kind === 'unfinished')
      say('left', found.left === 1 ? 'one question' : `${found.left} questions`);
    if (found.kind !== 'begin') return;
    say('score', `${found.right} of ${found.of}`);
    say('module', found.at.module.title);
    const link = this.querySelector<HTMLAnchorElement>('a[data-begin]');
    if (link) link.href = found.at.lesson.href;
    link?.replaceChildren(found.at.lesson.title);
  }
}

customElements.define('pw-placement', Placement);
