import { progressStore } from '../progress/browser-store.ts';
import { withLesson } from '../progress/progress.ts';

// A format for dates takes a browser long to make, so none is made before there is a date to show.
const showDate = (instant: number) => new Date(instant).toLocaleDateString(undefined, { dateStyle: 'long' });

/** The button at a lesson's end, with which the reader says that it is read. */
class ReadMark extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.querySelector('[role="status"]');
    const id = this.dataset.lessonId;
    if (button === null || status === null || id === undefined) return;
    const store = progressStore();
    const show = (): void => {
      const lesson = store.read().lessons[id];
      const read = lesson?.read === true;
      button.textContent = read ? 'Mark as not read' : 'Mark as read';
      button.toggleAttribute('data-quiet', read);
      status.textContent = read ? `Read on ${showDate(lesson.at)}` : '';
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      store.change((before) => withLesson(before, id, before.lessons[id]?.read !== true, Date.now()));
    });
    store.subscribe(show);
    show();
  }
}

customElements.define('pw-read-mark', ReadMark);
