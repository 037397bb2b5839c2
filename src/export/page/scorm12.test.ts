import { Scorm12API } from 'scorm-again';
import { describe, expect, it } from 'vitest';
import { openScorm12, type Scorm12Api } from './scorm12.ts';

const half = { complete: false, passed: false, score: 0.5 };
const all = { complete: true, passed: true, score: 1 };

function course() {
  const api = new Scorm12API({ autocommit: false });
  api.cmi.core.student_id = 'ada';
  return api;
}

/** An API of which some calls throw, for as long as they are named. */
function broken(api: Scorm12API, ...throwing: (keyof Scorm12Api)[]) {
  const names = new Set(throwing);
  const guarded = <A extends string[], R>(name: keyof Scorm12Api, call: (...given: A) => R) => {
    return (...given: A) => {
      if (names.has(name)) throw new Error(`${name} is out of order`);
      return call(...given);
    };
  };
  const offered: Scorm12Api = {
    LMSInitialize: guarded('LMSInitialize', () => api.LMSInitialize('')),
    LMSFinish: guarded('LMSFinish', () => api.LMSFinish('')),
    LMSGetValue: guarded('LMSGetValue', (element: string) => api.LMSGetValue(element)),
    LMSSetValue: guarded('LMSSetValue', (element: string, value: string) => api.LMSSetValue(element, value)),
    LMSCommit: guarded('LMSCommit', () => api.LMSCommit('')),
  };
  return { offered, names };
}

describe('a course system whose API throws', () => {
  it('lets the page work on when nothing of it works', () => {
    const { offered } = broken(
      course(),
      'LMSInitialize',
      'LMSFinish',
      'LMSGetValue',
      'LMSSetValue',
      'LMSCommit',
    );
    const { visit, reporter, preview } = openScorm12(offered);
    expect([visit, preview]).toEqual([{ learner: '', kept: '', fresh: false }, false]);
    reporter.keep('text');
    reporter.report(half);
    reporter.close();
  });

  it('has told who learns, also where it does not begin', () => {
    const api = course();
    api.LMSInitialize('');
    expect(openScorm12(broken(api, 'LMSInitialize').offered).visit.learner).toBe('ada');
  });

  it('has the learner told that a report was not taken, until one is', () => {
    const said: (string | undefined)[] = [];
    const { offered, names } = broken(course(), 'LMSCommit');
    const { reporter } = openScorm12(offered, (trouble) => said.push(trouble));
    reporter.report(half);
    expect(said).toEqual([expect.stringContaining('did not take')]);
    names.clear();
    reporter.report(half);
    expect(said.at(-1)).toBeUndefined();
    names.add('LMSSetValue');
    reporter.report(all);
    expect(said.at(-1)).toContain('did not take');
  });

  it('is not made to forget what it does not tell', () => {
    const api = course();
    api.cmi.core.lesson_status = 'passed';
    api.cmi.core.score.raw = '100';
    const { reporter } = openScorm12(broken(api, 'LMSGetValue').offered);
    reporter.report(half);
    reporter.close();
    expect([api.cmi.core.lesson_status, api.cmi.core.score.raw]).toEqual(['passed', '100']);
  });

  it('that refuses by its answer is told of as well', () => {
    const said: (string | undefined)[] = [];
    const refusing: Scorm12Api = { ...broken(course()).offered, LMSCommit: () => 'false' };
    openScorm12(refusing, (trouble) => said.push(trouble)).reporter.report(half);
    expect(said.at(-1)).toContain('did not take');
  });
});
