import { describe, expect, it } from 'vitest';
import type { CheckState } from '../../checks/check.ts';
import type { Report } from '../../grader/report.ts';
import { NOTHING } from './bench-view.ts';
import { describeVerdict } from './describe-verdict.ts';

function viewOf(states: readonly CheckState[], more: Partial<Report> = {}) {
  const checks = states.map((state, at) => ({ id: `${at}`, kind: '', title: '', state, message: '' }));
  const report: Report = {
    format: 1,
    exercise: 'an-exercise',
    engine: '',
    passed: false,
    checks,
    findings: [],
    ms: 1,
    ...more,
  };
  return { ...NOTHING, report, graded: 'mine' };
}

const say = (...about: Parameters<typeof viewOf>) => describeVerdict(viewOf(...about), 'mine')?.text;

describe('the verdict in a line', () => {
  it('counts the checks that failed', () => {
    expect(say(['passed', 'failed', 'inconclusive', 'failed'])).toBe('Not yet: 2 of 4 checks failed');
    expect(say(['passed', 'inconclusive'])).toBe('Not yet: 1 of 2 checks inconclusive');
    expect(say(['passed'], { passed: true })).toBe('Passed');
  });

  it('says why a text was not graded', () => {
    expect(say([], { refusal: { kind: 'timeout', message: '' } })).toBe('Not yet: it took too long');
    expect(say([], { refusal: { kind: 'gate', message: '', start: 0, end: 1, rule: '' } })).toBe(
      'Not yet: not accepted',
    );
  });

  it('says that a text has no statement', () => {
    for (const empty of ['', ' -- later\n;', '/* select 1 */'])
      expect(describeVerdict({ ...viewOf(['failed']), graded: empty }, empty)?.text).toBe(
        'Not yet: there is no statement in it',
      );
  });

  it('says nothing of another text, or where something was run since', () => {
    const view = viewOf(['failed']);
    expect(describeVerdict(view, 'changed')).toBeUndefined();
    const run = { kind: 'ok', results: [], notices: [], ms: 1 } as const;
    expect(describeVerdict({ ...view, output: { kind: 'run', sql: '', run } }, 'mine')).toBeUndefined();
    expect(describeVerdict(NOTHING, 'mine')).toBeUndefined();
  });
});
