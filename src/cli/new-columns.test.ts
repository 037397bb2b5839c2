import { describe, expect, it } from 'vitest';
import { type Column, chooseColumn, whyNoColumn } from './new-columns.ts';

function column(name: string, more: Partial<Column> = {}): Column {
  const sound = { type: 'int4', key: 'id', pages: 720, rows: 60_000, each: 6, nulls: 0, width: 4 };
  return { table: 'visits', column: name, ...sound, index: undefined, needed: false, ...more };
}

describe('the column that a scaffold asks about', () => {
  const fee = column('fee', { type: 'numeric' });
  const at = column('at', { type: 'timestamptz', each: 1 });
  const patient = column('patient_id', { index: 'visits_patient' });

  it('is a number that rows are looked up by, else a date, a price or a time', () => {
    expect(chooseColumn([fee, at, column('room_id')])?.column).toBe('room_id');
    expect(chooseColumn([at, fee])).toBe(fee);
    expect(chooseColumn([at])).toBe(at);
  });

  it('has no index yet, unless one may be there', () => {
    expect(chooseColumn([patient, at])).toBe(at);
    expect(chooseColumn([patient])).toBeUndefined();
    expect(chooseColumn([patient], true)).toBe(patient);
    expect(chooseColumn([column('id', { index: 'visits_pkey', needed: true })], true)).toBeUndefined();
  });

  it('is told of each why it is none, the nearest first', () => {
    const refused = [
      column('id', { index: 'visits_pkey', needed: true }),
      column('kind', { type: 'text', each: 30_000 }),
      column('note', { type: 'text', nulls: 0.73 }),
      column('place', { type: 'text', width: 120 }),
      column('extra', { type: 'jsonb' }),
      patient,
    ];
    expect(whyNoColumn(refused).split('\n')).toEqual([
      '  visits.patient_id: index visits_patient came with the data: drop it in seed.sql to have an exercise on it',
      '  visits.id: the key visits_pkey begins with it',
      '  visits.kind: one value is on 30,000 rows; an index pays here up to 48',
      '  visits.note: it is NULL in 73 % of the rows',
      '  visits.place: a value takes 120 bytes: too wide for an index that pays',
      '  visits.extra: nobody looks up one value of type jsonb',
    ]);
  });
});
