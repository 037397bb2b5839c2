import { expect, it } from 'vitest';
import { firstRowsOf, queryOf } from './relation-query.ts';

const column = (name: string) => ({ name, type: 'text', nullable: true, primary: false });

it('names the columns of a relation where they are few', () => {
  expect(queryOf({ written: 'orders', columns: [column('id'), column('total')] })).toBe(
    'select id, total\nfrom orders\nlimit 20;\n',
  );
  const many = Array.from({ length: 9 }, (_, at) => column(`c${at}`));
  expect(queryOf({ written: 'wide', columns: many })).toBe('select *\nfrom wide\nlimit 20;\n');
  expect(queryOf({ written: 'bare', columns: [] })).toBe('select *\nfrom bare\nlimit 20;\n');
});

it('writes names in quotes where PostgreSQL asks for them', () => {
  expect(queryOf({ written: 'sales."Orders"', columns: [column('order'), column('Total')] })).toBe(
    'select "order", "Total"\nfrom sales."Orders"\nlimit 20;\n',
  );
  expect(firstRowsOf('user')).toBe('select * from "user" limit 20;\n');
  expect(firstRowsOf('parcels')).toBe('select * from parcels limit 20;\n');
});
