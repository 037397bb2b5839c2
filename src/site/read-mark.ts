import { progressStore } from '../progress/browser-store.ts';
import { withLesson } from '../progress/progress.ts';

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

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
      status.textContent = read ? `Read on ${dateFormat.format(lesson.at)}` : '';
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
