import { progressStore } from '../progress/browser-store.ts';

const REVIEW = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}progress/`;

/** Says when the question comes back, with the way there. */
function tell(details: HTMLElement, when: string): void {
  const link = document.createElement('a');
  link.href = REVIEW;
  link.textContent = 'your progress';
  details.querySelector('[role="status"]')?.replaceChildren(`It comes back ${when}, on `, link, '.');
}

/** Where the scheduler could not be loaded, nothing is kept. */
function sayNotKept(details: HTMLElement): void {
  const said =
    'That could not be kept: a part of this page did not load. Check the connection, and try again.';
  details.querySelector('[role="status"]')?.replaceChildren(said);
}

const loadScheduler = () => Promise.all([import('../progress/review.ts'), import('ts-fsrs')]);

/** Keeps how well the answer was known: the question becomes a card that comes back. */
async function grade(details: HTMLElement, known: boolean): Promise<void> {
  const [{ cardOf, gradeCard, timeUntil, withCard }, { Rating }] = await loadScheduler();
  const id = details.dataset.card ?? '';
  const now = Date.now();
  progressStore().change((before) =>
    withCard(before, id, gradeCard(cardOf(before, id), known ? Rating.Good : Rating.Again, now), now),
  );
  const due = progressStore().read().cards[id]?.due ?? now;
  tell(details, timeUntil(due, now));
}

for (const details of document.querySelectorAll<HTMLDetailsElement>('details.pw-recall')) {
  const row = details.querySelector<HTMLElement>('.rate');
  if (!row) continue;
  row.hidden = false;
  // The scheduler loads while the answer is read, so that a mark is kept even where the reader goes on at once.
  details.addEventListener('toggle', () => void loadScheduler().catch(() => undefined), { once: true });
  row.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grade]') : null;
    if (button) grade(details, button.dataset.grade === 'known').catch(() => sayNotKept(details));
  });
}
