import { Scorm12API } from 'scorm-again';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyProgress, type Progress, withDraft, withLesson, withPrediction } from '../progress/progress.ts';
import { openStore, type Shelf, storageKey } from '../progress/store.ts';
import { beginVisit, keyOf, packPart } from './page/kept.ts';
import type { PackagedPage } from './page/outcome.ts';
import { openScorm12 } from './page/scorm12.ts';

const page: PackagedPage = { kind: 'exercise', id: 'x', predictions: 0 };
const lesson: PackagedPage = { kind: 'lesson', id: 'm/l', predictions: 2 };
const written = withDraft(emptyProgress, 'x', { draft: 'select 1', scratch: 'select 2' }, 1);

let kept: Map<string, string>;
let shelf: Shelf;
beforeEach(() => {
  kept = new Map();
  shelf = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
});
const here = (learner: string) => openStore(shelf, () => 0, keyOf(shelf, learner));
const write = (learner: string, progress: Progress) => here(learner).change(() => progress);
const refuse = () => {
  throw new DOMException('full', 'QuotaExceededError');
};
const begin = (learner: string, text = '', fresh = false) =>
  beginVisit(shelf, page, { learner, kept: text, fresh });
const visit = (...given: Parameters<typeof begin>) => begin(...given).part;

describe('what a course system keeps of a page', () => {
  it('is the part about that page', () => {
    const more = withPrediction(withLesson(written, 'm/l', true, 2), 'm/l#a', '1', true, 3);
    const other = withPrediction(withDraft(more, 'y', { draft: 'no' }, 4), 'm/long#a', '1', true, 5);
    expect(JSON.parse(packPart(other, page)).exercises).toEqual(written.exercises);
    expect(JSON.parse(packPart(other, page)).lessons).toEqual({});
    const read = JSON.parse(packPart(other, lesson));
    expect([Object.keys(read.lessons), Object.keys(read.predictions)]).toEqual([['m/l'], ['m/l#a']]);
    expect(packPart(written, lesson)).toBe('');
  });

  it('fits into 4096 characters: the scratch text goes first, then the others', () => {
    const long = 'x'.repeat(3500);
    const texts = (draft: string, scratch: string) =>
      JSON.parse(packPart(withDraft(emptyProgress, 'x', { draft, scratch }, 1), page)).exercises.x;
    expect(texts(long, 'short').scratch).toBe('short');
    expect(texts(long, long)).toMatchObject({ draft: long, draftAt: 1 });
    expect(texts(long, long).scratch).toBeUndefined();
    expect(texts(long + long, '')).toEqual({ state: 'open', tries: 0 });
  });
});

describe('whose work a page shows', () => {
  it('is the learner’s own, in a browser that others use too', () => {
    write('', written);
    expect(visit('ada')).toBeUndefined();
    write('ada', withDraft(emptyProgress, 'x', { draft: 'of ada' }, 2));
    expect(visit('cyn')).toBeUndefined();
    expect(here('cyn').read().exercises).toEqual({});
    expect(visit('ada')?.exercises.x?.draft).toBe('of ada');
    expect(visit('')?.exercises.x?.draft).toBe('select 1');
  });

  it('is the learner’s own where the storage is full, and nobody’s is lost', () => {
    const ofAda = withDraft(emptyProgress, 'x', { draft: 'of ada' }, 2);
    write('ada', ofAda);
    write('cyn', written);
    shelf = { ...shelf, setItem: refuse };
    const before = new Map(kept);
    for (const learner of ['bob', 'cyn', 'ada', 'bob']) visit(learner);
    expect(here('bob').read()).toEqual(emptyProgress);
    expect(here('ada').read()).toEqual(ofAda);
    expect(here('cyn').read()).toEqual(written);
    expect(kept).toEqual(before);
  });

  it.each(['{"format":2}', 'no JSON'])('is left as it is where it cannot be read here: %s', (text) => {
    kept.set(keyOf(shelf, 'ada'), text);
    expect(visit('ada')).toBeUndefined();
    expect(visit('ada', packPart(written, page))?.exercises.x?.draft).toBe('select 1');
    visit('ada', '', true);
    expect([...kept.values()]).toEqual([text]);
    expect(here('ada').notice()).toMatch(/newer version|cannot be read/);
  });

  it('is found where packages from before left it: one learner’s under the common key, the others’ aside', () => {
    kept.set('planwright.learner', 'ada');
    kept.set(storageKey, JSON.stringify(withDraft(emptyProgress, 'x', { draft: 'of ada' }, 2)));
    kept.set(`${storageKey}.of.cyn`, JSON.stringify(written));
    expect(visit('cyn')?.exercises.x?.draft).toBe('select 1');
    expect(visit('ada')?.exercises.x?.draft).toBe('of ada');
    expect(visit('')).toBeUndefined();
  });

  it.each([
    ['is full', () => shelf],
    ['is refused', () => ({ ...shelf, getItem: refuse })],
    ['is not there', () => undefined],
  ])('is handed to the page where the storage %s, and begins with what the course system kept', (_, of) => {
    shelf = { ...shelf, setItem: refuse };
    const now = beginVisit(of(), page, { learner: 'ada', kept: packPart(written, page), fresh: false });
    expect([now.part, now.kept]).toEqual([written, 'ok']);
    const store = openStore(of(), () => 0, now.key, JSON.stringify(now.handed));
    expect(store.read().exercises.x?.draft).toBe('select 1');
  });

  it('is handed to the page in no other case', () => {
    expect(begin('ada', packPart(written, page)).handed).toBeUndefined();
    expect(begin('').handed).toBeUndefined();
    expect(begin('cyn', '{"format":2}')).toMatchObject({ kept: 'newer', handed: undefined });
  });

  it('is what the course system kept, or what was written here since', () => {
    expect(visit('ada', packPart(written, page))?.exercises.x?.draft).toBe('select 1');
    write('ada', withDraft(emptyProgress, 'x', { draft: 'later' }, 9));
    expect(visit('ada', packPart(written, page))?.exercises.x?.draft).toBe('later');
    expect(visit('ada', 'no JSON')?.exercises.x?.draft).toBe('later');
  });

  it('is none of the page where an attempt begins, and all of other pages', () => {
    write('ada', withDraft(written, 'y', { draft: 'stays' }, 2));
    expect(visit('ada', '', true)).toBeUndefined();
    expect(Object.keys(here('ada').read().exercises)).toEqual(['y']);
  });
});

describe('a SCORM session', () => {
  const api = () => {
    const made = new Scorm12API({ autocommit: false, autoCompleteLessonStatus: true });
    made.cmi.core.student_id = 'ada';
    return made;
  };

  it('tells who learns and what was kept', () => {
    const first = api();
    first.cmi.core.entry = 'ab-initio';
    expect(openScorm12(first).visit).toEqual({ learner: 'ada', kept: '', fresh: true });
    const again = api();
    again.cmi.core.entry = 'resume';
    again.cmi.suspend_data = '{}';
    expect(openScorm12(again).visit).toEqual({ learner: 'ada', kept: '{}', fresh: false });
  });

  it('can be gone on with, also after passing', () => {
    const exits: string[] = [];
    const lms = api();
    lms.on('LMSSetValue.cmi.core.exit', (_: string, exit: string) => exits.push(exit));
    const { reporter } = openScorm12(lms);
    reporter.keep('text');
    reporter.report({ complete: true, passed: true, score: 1 });
    reporter.close();
    expect([lms.cmi.suspend_data, exits]).toEqual(['text', ['suspend']]);
  });

  it('reports nothing of a preview, and does not leave it to count as completed', () => {
    const lms = api();
    lms.cmi.core.lesson_mode = 'browse';
    const { reporter, preview } = openScorm12(lms);
    reporter.keep('text');
    reporter.report({ complete: true, passed: true, score: 1 });
    reporter.close();
    expect(preview).toBe(true);
    expect([lms.cmi.core.lesson_status, lms.cmi.core.score.raw, lms.cmi.suspend_data]).toEqual([
      'browsed',
      '',
      '',
    ]);
  });
});
