import { describe, expect, it } from 'vitest';
import { readLaunch, readLearner } from './launch.ts';

describe('a cmi5 launch', () => {
  it('takes all five parameters, and is none with fewer', () => {
    const query = 'endpoint=https%3A%2F%2Flms%2Fxapi&fetch=f&actor=%7B%7D&registration=r&activityId=a';
    expect(readLaunch(`?${query}`)).toEqual({
      endpoint: 'https://lms/xapi/',
      fetch: 'f',
      actor: '{}',
      registration: 'r',
      activityId: 'a',
    });
    expect(readLaunch(`?${query.replace('fetch=f&', '')}`)).toBeUndefined();
    expect(readLaunch('')).toBeUndefined();
  });

  it('names the learner by the account', () => {
    const launch = { endpoint: 'e', fetch: 'f', registration: 'r', activityId: 'a' };
    const account = { name: 'ada', homePage: 'https://lms' };
    const actor = JSON.stringify({ objectType: 'Agent', account });
    expect(readLearner({ ...launch, actor })).toBe('https://lms ada');
    expect(readLearner({ ...launch, actor: 'no JSON' })).toBe('no JSON');
  });
});
