import { describe, expect, it } from 'vitest';
import { errorPlace } from './error-place.ts';

const error = { sqlstate: '42P01', severity: 'ERROR', message: 'relation "t" does not exist', position: 14 };

describe('errorPlace', () => {
  it('is where PostgreSQL pointed, in the whole text', () => {
    expect(errorPlace('select * from t', 'select * from t', error)?.from).toBe(14);
  });

  it('counts from where the part that was run begins', () => {
    expect(errorPlace('select 1;\nselect * from t', 'select * from t', error)?.from).toBe(24);
  });

  it.each([
    ['the text has changed since', 'select 2', error],
    ['PostgreSQL pointed nowhere', 'select * from t', { sqlstate: '', severity: 'ERROR', message: '' }],
    ['there is no error', 'select * from t', undefined],
  ])('is nowhere where %s', (_, text, given) => {
    expect(errorPlace(text, 'select * from t', given)).toBeUndefined();
  });
});
