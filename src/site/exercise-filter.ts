import { progressStore } from '../progress/browser-store.ts';

/** Narrows the list of exercises to a difficulty, or to what is left to do. */
class ExerciseFilter extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', () => this.apply());
    progressStore().subscribe(() => this.apply());
  }

  private apply(): void {
    const difficulty = this.querySelector('select')?.value ?? '';
    const onlyOpen = this.querySelector<HTMLInputElement>('input')?.checked === true;
    let shown = 0;
    for (const item of document.querySelectorAll<HTMLElement>('li[data-difficulty]')) {
      const passed = item.querySelector<HTMLElement>('[data-exercise]')?.dataset.state === 'passed';
      item.hidden = (difficulty !== '' && item.dataset.difficulty !== difficulty) || (onlyOpen && passed);
      if (!item.hidden) shown += 1;
    }
    for (const section of document.querySelectorAll<HTMLElement>('.list section')) {
      section.hidden = section.querySelector('li:not([hidden])') === null;
    }
    this.querySelector('[role="status"]')?.replaceChildren(`${shown} shown`);
  }
}

customElements.define('pw-exercise-filter', ExerciseFilter);
