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

/** Keeps how well the answer was known: the question becomes a card that comes back. The scheduler loads when it is needed. */
async function grade(details: HTMLElement, known: boolean): Promise<void> {
  const { cardOf, gradeCard, timeUntil, withCard } = await import('../progress/review.ts');
  const { Rating } = await import('ts-fsrs');
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
  row.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grade]') : null;
    if (button) grade(details, button.dataset.grade === 'known').catch(() => sayNotKept(details));
  });
}
