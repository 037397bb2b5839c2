import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadParser } from '../sql/parse.ts';
import { type Asked, placeSources, takeBack, whyNoTables } from './new-dataset-sources.ts';

let root: string;
let said: string[];
beforeAll(loadParser);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'planwright-dataset-'));
  said = [];
  vi.stubEnv('INIT_CWD', root);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const place = (name: string, asked: Asked) =>
  placeSources(join(root, '_datasets', name), asked, (line) => void said.push(line));

/** Why it could not be placed. */
async function why(name: string, asked: Asked): Promise<string> {
  const placed = await place(name, asked);
  return placed.kind === 'refused' ? placed.why : '';
}

const TABLE = 'create table t (id integer);';

const write = (file: string, text: string) => writeFileSync(join(root, file), text);

describe('what a dataset is made from', () => {
  it('is looked for where the command was typed, and named in full where it is not there', async () => {
    expect(await why('d', { sql: 'library.sql' })).toBe(`there is no ${join(root, 'library.sql')}`);
    expect(readdirSync(root)).toEqual([]);
  });

  it('is a folder of CSV files, or one file of SQL', async () => {
    write('trips.csv', 'id');
    expect(await why('d', { csv: 'trips.csv' })).toBe(
      `--csv takes a folder of .csv files, and ${join(root, 'trips.csv')} is a file: name a folder that holds it alone`,
    );
    expect(await why('d', { sql: '.' })).toBe(`--sql takes a file, and ${root} is a folder`);
    expect(readdirSync(root)).toEqual(['trips.csv']);
  });

  it('is copied, which is said', async () => {
    write('library.sql', TABLE);
    expect(await place('d', { sql: 'library.sql' })).toMatchObject({
      note: expect.stringMatching(
        /^library\.sql was copied, and is not read again: from now on change .*seed\.sql$/,
      ),
    });
    expect(readFileSync(join(root, '_datasets', 'd', 'seed.sql'), 'utf8')).toBe(TABLE);
  });

  it('has tables whose names need no quotes', async () => {
    mkdirSync(join(root, 'csv'));
    for (const name of ['Bike Rides', 'stations']) write(`csv/${name}.csv`, 'id\n1\n');
    expect(await why('d', { csv: 'csv' })).toBe('');
    expect(readdirSync(join(root, '_datasets', 'd', 'csv')).sort()).toEqual([
      'bike_rides.csv',
      'stations.csv',
    ]);
    expect(said).toEqual(['“Bike Rides.csv” becomes bike_rides.csv: the table is called bike_rides']);
    write('csv/bike rides.csv', 'id\n1\n');
    expect(await why('e', { csv: 'csv' })).toMatch(/would become bike_rides\.csv/);
  });

  it.each(['random()', 'now()', 'clock_timestamp()', 'gen_random_uuid()'])(
    'is not made with %s, and nothing is written then',
    async (call) => {
      write('a.sql', `create table t (v text default now());\ninsert into t select ${call};`);
      expect(await why('d', { sql: 'a.sql' })).toContain(
        `nothing was written\na.sql:2:22: ${call} gives other values in every build`,
      );
      expect(readdirSync(root)).toEqual(['a.sql']);
    },
  );

  it('is UTF-8, or nothing is written', async () => {
    writeFileSync(join(root, 'a.sql'), Buffer.from("select 1;\nselect 'Caf\xe9';", 'latin1'));
    const told = (file: string, at: string) =>
      `nothing was written\n${file}:${at}: this is not UTF-8. Fix: save the file as UTF-8.`;
    expect(await why('d', { sql: 'a.sql' })).toBe(told('a.sql', '2:12'));
    expect(await why('d', { dump: 'a.sql' })).toBe(told('a.sql', '2:12'));
    mkdirSync(join(root, 'csv'));
    write('csv/a.csv', 'id,name\n1,é\n');
    writeFileSync(join(root, 'csv', 'b.csv'), Buffer.from('id\n1\n', 'utf16le'));
    expect(await why('d', { csv: 'csv' })).toBe(told('csv/b.csv', '1:2'));
    expect(readdirSync(root).sort()).toEqual(['a.sql', 'csv']);
  });

  it('is one source', async () => {
    write('a.sql', 'create table t (id integer);');
    mkdirSync(join(root, 'csv'));
    write('csv/a.csv', 'id\n1\n');
    const one = 'name one of --sql, --dump and --csv: a dataset is made from one of them';
    expect(await why('d', { sql: 'a.sql', csv: 'csv' })).toBe(one);
    expect(await why('d', { sql: 'a.sql', dump: 'a.sql' })).toBe(one);
    expect(readdirSync(root).sort()).toEqual(['a.sql', 'csv']);
  });

  it('is not written over what is there', async () => {
    write('a.sql', TABLE);
    await place('d', { sql: 'a.sql' });
    write('a.sql', 'select 2;');
    expect(await why('d', { sql: 'a.sql' })).toMatch(/seed\.sql is there already/);
    expect(readFileSync(join(root, '_datasets', 'd', 'seed.sql'), 'utf8')).toBe(TABLE);
  });

  it('has a table once it is built, or that is told of the file that was named', async () => {
    write('a.sql', TABLE);
    const placed = await place('d', { sql: 'a.sql' });
    if (placed.kind === 'refused') throw new Error(placed.why);
    expect(whyNoTables(placed, [{ name: 't' }])).toBeUndefined();
    expect(whyNoTables(placed, [])).toEqual({
      file: 'a.sql',
      line: 1,
      what: 'this makes no table',
      fix: 'write CREATE TABLE, and INSERT for its rows',
    });
  });

  it('is taken back without a trace, but for what was there before', async () => {
    mkdirSync(join(root, 'csv'));
    write('csv/a.csv', 'id\n1\n');
    const before = join(root, '_datasets', 'd');
    for (const seed of [undefined, 'select 1;']) {
      if (seed !== undefined) {
        mkdirSync(before, { recursive: true });
        writeFileSync(join(before, 'seed.sql'), seed);
      }
      const placed = await place('d', { csv: 'csv' });
      if (placed.kind === 'refused') throw new Error(placed.why);
      expect(existsSync(join(before, 'csv', 'a.csv'))).toBe(true);
      await takeBack(placed);
      expect(existsSync(before) ? readdirSync(before) : []).toEqual(seed === undefined ? [] : ['seed.sql']);
    }
    expect(readdirSync(root).sort()).toEqual(['_datasets', 'csv']);
  });
});
