import { progressStore } from '../progress/browser-store.ts';

/** Marks links to lessons that were read and exercises that were tried or passed. */
function showMarks(): void {
  const { lessons, exercises } = progressStore().read();
  for (const element of document.querySelectorAll<HTMLElement>('[data-lesson]')) {
    element.toggleAttribute('data-done', lessons[element.dataset.lesson ?? '']?.read === true);
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
    const state = exercises[element.dataset.exercise ?? '']?.state ?? 'open';
    element.dataset.state = state;
    const label = element.querySelector('[data-state-label]');
    if (label !== null) label.textContent = state === 'open' ? '' : state;
  }
}

showMarks();
progressStore().subscribe(showMarks);
