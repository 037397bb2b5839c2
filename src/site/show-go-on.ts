import { progressStore } from '../progress/browser-store.ts';
import { type CoursePage, pageToGoOnWith } from '../progress/go-on.ts';

interface ListedPage extends CoursePage {
  readonly href: string;
  readonly title: string;
}

function listedPage({ dataset, href, textContent }: HTMLAnchorElement): ListedPage {
  const { lesson, exercise = '' } = dataset;
  const place = { href, title: textContent.trim() };
  return lesson === undefined
    ? { kind: 'exercise', id: exercise, ...place }
    : { kind: 'lesson', id: lesson, ...place };
}

/** Where the first exercise was passed before, what follows stands in its place; it can be had again. */
function showPassed(page: ListedPage | undefined): void {
  const passed = document.getElementById('passed-before');
  const link = passed?.querySelector('a');
  if (link && page) {
    link.href = page.href;
    link.textContent = `Next: ${page.title}`;
  }
  passed?.querySelector('button')?.addEventListener('click', () => {
    delete document.documentElement.dataset.first;
    document.querySelector<HTMLElement>('.pw-bench-editor textarea')?.focus();
  });
}

/** Puts the page that the reader would go on with in the place of the line that says where to begin. */
export function showGoOn(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('#course :is([data-lesson], [data-exercise])');
  const page = pageToGoOnWith(progressStore().read(), [...links].map(listedPage));
  showPassed(page);
  const line = document.getElementById('go-on');
  const link = line?.querySelector('a');
  if (!page || !line || !link) return;
  link.href = page.href;
  link.textContent = page.title;
  line.previousElementSibling?.remove();
  line.hidden = false;
}
