import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeSources } from './new-dataset.ts';

let root: string;
let said: string[];
const say = (line: string) => void said.push(line);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'planwright-dataset-'));
  said = [];
  vi.stubEnv('INIT_CWD', root);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

describe('what a dataset is made from', () => {
  it('is looked for where the command was typed, and named in full where it is not there', async () => {
    expect(await placeSources(join(root, 'd'), { sql: 'library.sql' }, say)).toBe(
      `there is no ${join(root, 'library.sql')}`,
    );
    expect(readdirSync(root)).toEqual([]);
  });

  it('is copied, which is said', async () => {
    writeFileSync(join(root, 'library.sql'), 'select 1;');
    expect(await placeSources(join(root, 'd'), { sql: 'library.sql' }, say)).toBeUndefined();
    expect(readFileSync(join(root, 'd', 'seed.sql'), 'utf8')).toBe('select 1;');
    expect(said.join()).toMatch(
      /^library\.sql is copied, and not read again: from now on change .*seed\.sql$/,
    );
  });

  it('has tables whose names need no quotes', async () => {
    mkdirSync(join(root, 'csv'));
    for (const name of ['Bike Rides', 'stations']) writeFileSync(join(root, 'csv', `${name}.csv`), 'id\n1\n');
    expect(await placeSources(join(root, 'd'), { csv: 'csv' }, say)).toBeUndefined();
    expect(readdirSync(join(root, 'd', 'csv')).sort()).toEqual(['bike_rides.csv', 'stations.csv']);
    expect(said).toEqual(['“Bike Rides.csv” becomes bike_rides.csv: the table is called bike_rides']);
    writeFileSync(join(root, 'csv', 'bike rides.csv'), 'id\n1\n');
    expect(await placeSources(join(root, 'e'), { csv: 'csv' }, say)).toMatch(/would become bike_rides\.csv/);
  });
});
