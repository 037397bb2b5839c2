import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { type CsvLoad, loadCsv } from './load-csv.ts';
import { readCsv, tableName } from './read-csv.ts';
import { onThrowAway, type Subject } from './throw-away.ts';

function typesOf(text: string): readonly string[] {
  const read = readCsv(text);
  return read.kind === 'ok' ? read.table.columns.map(({ name, type }) => `${name} ${type}`) : read.mistakes;
}

describe('readCsv', () => {
  it('finds the narrowest type that every value of a column fits', () => {
    const text = [
      'id,big,price,code,on,at,zoned,key,ok,Empty one,note',
      '1,3000000000,1.50,007,2024-02-29,2024-01-01 10:00,2024-01-01T10:00:00Z,6f9619ff-8b86-d011-b42d-00cf4fc964ff,true,,x',
      '-2,1,,12,2024-03-01,2024-01-01 10:00:30.5,2024-01-01 10:00+02,6f9619ff-8b86-d011-b42d-00cf4fc964fe,F,,"a, b"',
    ].join('\n');
    expect(typesOf(text)).toEqual([
      'id integer',
      'big bigint',
      'price numeric',
      'code text',
      'on date',
      'at timestamp',
      'zoned timestamptz',
      'key uuid',
      'ok boolean',
      'empty_one text',
      'note text',
    ]);
  });

  it.each([
    ['a;b\n1;2', ['a integer', 'b integer']],
    ['a\tb\r\n1\tx\r\n', ['a integer', 'b text']],
    ['\ufeffA A,a a\n1,2', ['a_a integer', 'a_a_2 integer']],
    ['d,n\n2024-02-30,1e5', ['d text', 'n numeric']],
    ['n,m\n9223372036854775808,2147483648', ['n numeric', 'm bigint']],
  ])('%j', (text, columns) => expect(typesOf(text)).toEqual(columns));

  it('says on which line a row is too short or too long, past line breaks in quotes', () => {
    expect(typesOf('a,b\n"x\ny",1\n2\n3,4,5\n')).toEqual([
      'Line 4 has 1 field; the first line has 2.',
      'Line 5 has 3 fields; the first line has 2.',
    ]);
    expect(typesOf('a,b\n1,2\n"x,3\n4,5')[0]).toBe('Line 3 has a quote that is never closed.');
    expect(typesOf('a,b\n')[0]).toMatch(/no row under its first line/);
  });

  it('gives two long headings names that PostgreSQL tells apart, in any script', () => {
    const bytes = (text: string) => new TextEncoder().encode(text).length;
    for (const letter of ['a', 'ü', '数', '𠮷']) {
      const long = letter.repeat(80);
      const read = readCsv(`${long}1,${long}2,${long}3\n1,2,3`);
      const names = read.kind === 'ok' ? read.table.columns.map(({ name }) => name) : read.mistakes;
      // PostgreSQL keeps 63 bytes of a name, and cuts between letters.
      const kept = names.map((name) => new TextDecoder().decode(new TextEncoder().encode(name).slice(0, 63)));
      expect(new Set(kept).size).toBe(3);
      for (const name of names) expect(bytes(name), name).toBeLessThanOrEqual(63);
      expect(names.every((name) => name.isWellFormed())).toBe(true);
    }
    expect(bytes(tableName(`${'数'.repeat(80)}.csv`))).toBeLessThanOrEqual(63);
  });

  it('names a table after its file', () => {
    expect(tableName('Sales 2024 (final).csv')).toBe('sales_2024_final');
    expect(tableName('2024.csv')).toBe('t_2024');
  });
});

describe('loadCsv', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  afterAll(() => engine.dispose());

  async function load(text: string, change: (load: CsvLoad) => CsvLoad = (same) => same) {
    const read = readCsv(text);
    if (read.kind !== 'ok') throw new Error(read.mistakes.join(' '));
    const told: number[] = [];
    const asked = change({ table: 'Odd "name"', ...read.table });
    const ask = async (subject: Subject, sql: string) => {
      const run = await subject.run(sql);
      return run.kind === 'ok' ? run.results[0]?.rows : [[run.kind]];
    };
    const looked = await onThrowAway(engine, { name: 'empty' }, '', async (subject) => {
      const loaded = await loadCsv(subject, asked, (rows) => told.push(rows));
      const rows = await ask(subject, 'select * from "Odd ""name""" order by 1');
      const tables = await ask(subject, "select count(*) from pg_class where relname like 'Odd%'");
      return { kind: 'ok', found: { loaded, rows, tables: tables?.[0]?.[0] } };
    });
    if (looked.kind === 'none') throw new Error(looked.message);
    return { ...looked.found, told };
  }

  it('fills a table with what the file has, an empty field being NULL', async () => {
    const { loaded, rows } = await load('id,Text\n1,"it\'s \\ ""so"""\n2,\n');
    expect(loaded).toEqual({ kind: 'ok', found: 2 });
    expect(rows).toEqual([
      ['1', 'it\'s \\ "so"'],
      ['2', null],
    ]);
  });

  it('tells how far it is', async () => {
    const lines = Array.from({ length: 2_500 }, (_, at) => `${at},x`);
    const { loaded, told } = await load(`id,v\n${lines.join('\n')}`);
    expect(loaded).toEqual({ kind: 'ok', found: 2_500 });
    expect(told).toEqual([1_000, 2_000, 2_500]);
  });

  it('names the line that does not fit a type, and leaves nothing behind', async () => {
    const lines = Array.from({ length: 1_700 }, (_, at) => (at === 1_234 ? 'none' : String(at)));
    const { loaded, tables } = await load(`id\n${lines.join('\n')}`, (asked) => ({
      ...asked,
      columns: [{ name: 'id', type: 'integer' }],
    }));
    expect(loaded).toMatchObject({
      kind: 'none',
      message: expect.stringMatching(/^Line 1236: .*"none".*Nothing was loaded/),
    });
    expect(tables).toBe('0');
  });
});
