import { checkChance, tablesCreated } from './check-sql.ts';
import type { AuthorError } from './exercise.ts';
import { type LineOf, readFrontMatter } from './front-matter.ts';
import { nearest } from './issue-in-words.ts';
import { type DatasetSpec, datasetSchema } from './spec.ts';

/** A dataset's folder, as far as its files can be read. */
export interface DatasetRead {
  readonly spec: DatasetSpec | undefined;
  /** Tables that the description lists, and those that a seed or files of rows make. */
  readonly tables: readonly string[];
  readonly errors: readonly AuthorError[];
  /** Where a key of `dataset.yaml` stands. */
  readonly lineOf: LineOf;
}

const KNOWN = /^(dataset\.yaml|seed\.sql|dump\.sql|csv\/[^/]+\.csv)$/;
const SOURCES = 'a dataset is made from seed.sql, from dump.sql (pg_dump in plain form) or from csv/*.csv';

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path[0] === 'tables') return Object.keys(datasetSchema.shape.tables.element.shape);
  return path.length === 0 ? Object.keys(datasetSchema.shape) : [];
}

function fileErrors(files: readonly string[]): readonly AuthorError[] {
  const error = (file: string, what: string, fix: string): AuthorError => ({ file, line: 1, what, fix });
  const source = files.some((file) => /^(seed|dump)\.sql$|^csv\//.test(file));
  const unexpected = files.filter((file) => !KNOWN.test(file));
  return [
    ...(files.includes('dataset.yaml')
      ? []
      : [error('dataset.yaml', 'this file is missing', 'add it: it says what is in the dataset')]),
    ...(source ? [] : [error('seed.sql', 'this file is missing', `add it; ${SOURCES}`)]),
    ...unexpected.map((file) => {
      const near = nearest(file, ['dataset.yaml', 'seed.sql', 'dump.sql']);
      const fix = near === undefined ? `remove it; ${SOURCES}` : `rename it to ${near}`;
      return error(file, 'this file has no place in a dataset', fix);
    }),
  ];
}

/** Tables that the files make, without those of a dump, which is not read here. */
function tablesMade(files: ReadonlyMap<string, string>): readonly string[] {
  const csv = [...files.keys()].flatMap((file) => /^csv\/([^/]+)\.csv$/.exec(file)?.[1] ?? []);
  return [...csv, ...tablesCreated(files.get('seed.sql') ?? '')];
}

/** Reads the folder of a dataset: what is in it, and every mistake that its files show without a database. */
export function readDataset(files: ReadonlyMap<string, string>, name: string): DatasetRead {
  const seed = files.get('seed.sql') ?? '';
  const made = tablesMade(files);
  const errors = [...fileErrors([...files.keys()]), ...checkChance('seed.sql', seed)];
  const text = files.get('dataset.yaml');
  const nowhere = { spec: undefined, lineOf: () => ({ line: 1, column: 1 }) };
  if (text === undefined) return { ...nowhere, errors, tables: made };
  const read = readFrontMatter('dataset.yaml', text, { schema: datasetSchema, keysAt, kinds: [] });
  if (read.kind === 'errors') return { ...nowhere, errors: [...errors, ...read.errors], tables: made };
  const { value: spec, lineOf } = read;
  if (spec.name !== name) {
    const what = `the dataset is called “${spec.name}”, but its folder “${name}”`;
    errors.push({ file: 'dataset.yaml', ...lineOf(['name']), what, fix: `write name: ${name}` });
  }
  const listed = spec.tables.map((table) => table.name);
  return { spec, lineOf, errors, tables: [...new Set([...listed, ...made])] };
}
