import { Scorm12API } from 'scorm-again';
import { beforeEach, describe, expect, it } from 'vitest';
import { findScorm12Api, openScorm12, timespan } from './scorm12.ts';

describe('SCORM 1.2, with scorm-again as the course system', () => {
  let api: Scorm12API;
  let clock = 0;
  beforeEach(() => {
    api = new Scorm12API({ autocommit: false });
    clock = 1_000;
  });
  const core = () => [api.cmi.core.lesson_status, api.cmi.core.score.raw];

  it('goes from incomplete to passed, and keeps the best score', () => {
    const times: string[] = [];
    api.on('LMSSetValue.cmi.core.session_time', (_: string, time: string) => times.push(time));
    const { reporter } = openScorm12(api, undefined, () => clock);
    expect(core()).toEqual(['incomplete', '']);
    reporter.report({ complete: false, passed: false, score: 0.7 });
    reporter.report({ complete: false, passed: false, score: 0.4 });
    expect(core()).toEqual(['incomplete', '70']);
    reporter.report({ complete: true, passed: true, score: 1 });
    clock += 3_723_450;
    reporter.close();
    reporter.close();
    expect(core()).toEqual(['passed', '100']);
    expect(times).toEqual(['0001:02:03.45']);
    expect(api.isTerminated()).toBe(true);
    expect(api.LMSGetLastError()).toBe('0');
  });

  it('completes a lesson, which nothing passes', () => {
    openScorm12(api).reporter.report({ complete: true, passed: undefined, score: 0.5 });
    expect(core()).toEqual(['completed', '50']);
  });

  it('makes nothing worse that an earlier session reported', () => {
    api.cmi.core.lesson_status = 'passed';
    api.cmi.core.score.raw = '100';
    const { reporter } = openScorm12(api);
    reporter.report({ complete: false, passed: false, score: 0.1 });
    reporter.close();
    expect(core()).toEqual(['passed', '100']);
  });

  it('is found above the page and above its opener, and not in a loop of frames', () => {
    const lms = { API: api };
    const frame = { parent: { parent: lms } };
    expect(findScorm12Api(frame)).toBe(api);
    const alone: { parent?: object; opener?: object } = { opener: frame };
    alone.parent = alone;
    expect(findScorm12Api(alone)).toBe(api);
    const loop: { parent?: object } = {};
    loop.parent = { parent: loop };
    expect(findScorm12Api(loop)).toBeUndefined();
  });

  it('writes a time as CMITimespan', () => {
    expect([timespan(0), timespan(59_999), timespan(10 * 3_600_000)]).toEqual([
      '0000:00:00.00',
      '0000:00:59.99',
      '0010:00:00.00',
    ]);
  });
});
