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

/** The first lesson of the course map that is still to be read, once one has been: where the reader is. */
function showPlace(): void {
  const lessons = [...document.querySelectorAll<HTMLElement>('#course [data-lesson]')];
  const begun = lessons.some((lesson) => lesson.hasAttribute('data-done'));
  const next = begun ? lessons.find((lesson) => !lesson.hasAttribute('data-done')) : undefined;
  for (const lesson of lessons) lesson.toggleAttribute('data-next', lesson === next);
}

for (const show of [showMarks, showPlace]) {
  show();
  progressStore().subscribe(show);
}
