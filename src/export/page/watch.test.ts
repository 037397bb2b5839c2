import { describe, expect, it } from 'vitest';
import { emptyProgress, type Progress, withDraft } from '../../progress/progress.ts';
import { packPart } from './kept.ts';
import type { PackagedPage } from './outcome.ts';
import { type Begun, watch } from './watch.ts';

const about: PackagedPage = { kind: 'exercise', id: 'x', predictions: 0 };
const written = withDraft(emptyProgress, 'x', { draft: 'select 1' }, 1);

/** A page that nobody sees, as far as it is listened to. */
function openPage(begun: Partial<Begun>) {
  const events = new EventTarget();
  const page = {
    document: Object.assign(new EventTarget(), { visibilityState: 'hidden' }),
    addEventListener: <K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void) =>
      events.addEventListener(type, (event) => act(event as WindowEventMap[K])),
    dispatchEvent: (event: Event) => events.dispatchEvent(event),
  };
  const kept: string[] = [];
  const told: string[] = [];
  const reporter = {
    keep: (text: string) => kept.push(text),
    report: () => told.push('report'),
    close: () => told.push('close'),
  };
  const { tell } = watch(page, about, { before: undefined, kept: 'none', since: 0, ...begun }, reporter);
  const save = (detail: Progress) => page.dispatchEvent(new CustomEvent('planwright:progress', { detail }));
  return { events, page, kept, told, tell, save };
}

describe('what the course system keeps', () => {
  it('is not replaced by nothing when a page is only opened and left', () => {
    const { page, kept, told, tell } = openPage({});
    tell();
    page.dispatchEvent(new Event('pagehide'));
    expect([kept, told]).toEqual([[], ['report', 'close']]);
  });

  it('is brought up to what the page begins with, and to what is written then', () => {
    const { kept, tell, save } = openPage({ before: written, kept: 'ok' });
    tell();
    const later = withDraft(written, 'x', { draft: 'select 2' }, 2);
    save(later);
    expect(kept).toEqual([packPart(written, about), packPart(later, about)]);
  });

  it('is left where a newer version wrote it, and until more is done where it cannot be read', () => {
    const newer = openPage({ before: written, kept: 'newer' });
    const odd = openPage({ before: written, kept: 'unreadable' });
    for (const { tell, page } of [newer, odd]) {
      tell();
      page.document.dispatchEvent(new Event('visibilitychange'));
    }
    expect([newer.kept, odd.kept]).toEqual([[], []]);
    for (const { save } of [newer, odd]) save(written);
    expect([newer.kept, odd.kept]).toEqual([[], [packPart(written, about)]]);
  });

  it('holds what is saved when the page asks for it as it goes', () => {
    const { events, page, kept, told, save } = openPage({});
    events.addEventListener('planwright:save', () => save(written));
    page.dispatchEvent(new Event('pagehide'));
    expect(kept.at(-1)).toBe(packPart(written, about));
    expect(told).toEqual(['close']);
  });
});
