import type { DatasetFile } from '../engine/manifest.ts';
import type { DatasetRead } from '../exercise/read-dataset.ts';
import { formatBytes, formatCount } from '../plan/format-figures.ts';
import type { Problem } from './problems.ts';

const PAGE = 8192;
/** Opening grows faster than the data: 10 MB take 0.13 s, 50 MB 1.5 s, 100 MB 6.4 s. */
const MOST_TABLE_BYTES = 40 * 1024 ** 2;
/** Tables and indexes, unpacked in the reader's memory. */
const MOST_BYTES = 64 * 1024 ** 2;
/** ANALYZE reads at most 300 rows for each of 10,000 units of the statistics target. */
const MOST_EXACT_ROWS = 3_000_000;

type Table = DatasetFile['tables'][number];

function tableProblem(name: string, { rows, pages }: Table): Pick<Problem, 'what' | 'fix'> | undefined {
  const bytes = pages * PAGE;
  if (bytes > MOST_TABLE_BYTES) {
    const room = Math.floor((rows * MOST_TABLE_BYTES) / bytes);
    const what = `the table ${name} takes ${formatBytes(bytes)}; at most ${formatBytes(MOST_TABLE_BYTES)} open without a wait`;
    const fix = `keep about ${formatCount(room)} of its ${formatCount(rows)} rows, or drop wide columns that no query reads`;
    return { what, fix };
  }
  if (rows <= MOST_EXACT_ROWS) return undefined;
  const what = `the table ${name} has ${formatCount(rows)} rows: ANALYZE samples them, and estimates depend on chance`;
  return { what, fix: `keep at most ${formatCount(MOST_EXACT_ROWS)} rows` };
}

/** What there is of each dataset that was asked for by its id and could be built. */
export function datasetLines(
  ids: readonly string[],
  built: Readonly<Record<string, DatasetFile>>,
): readonly string[] {
  return ids.flatMap((id) => {
    const found = /^_datasets\//.test(id) ? built[id.replace('_datasets/', '')] : undefined;
    const tables = found?.tables.map(({ name, rows }) => `${name} ${formatCount(rows)}`);
    return tables ? [`built ${id}: rows of ${tables.join(', ')}`] : [];
  });
}

/** What a built dataset has that its description does not say so, and what of it is too large for a page. */
export function checkBuilt(folder: string, read: DatasetRead, built: DatasetFile): readonly Problem[] {
  const file = `${folder}/dataset.yaml`;
  const { spec, lineOf } = read;
  if (!spec) return [];
  const described = spec.tables.flatMap((table, at): readonly Problem[] => {
    const found = built.tables.find(({ name }) => name === table.name);
    const place = { file, ...lineOf(['tables', at]) };
    if (!found)
      return [{ ...place, what: `there is no table ${table.name} once it is built`, fix: 'take it out' }];
    const large = tableProblem(table.name, found);
    if (found.rows !== table.rows) {
      const what = `${table.name} is said to have ${formatCount(table.rows)} rows, but has ${formatCount(found.rows)}`;
      const rows = { file, ...lineOf(['tables', at, 'rows']) };
      return [
        { ...rows, what, fix: `write rows: ${found.rows}` },
        ...(large ? [{ ...place, ...large }] : []),
      ];
    }
    return large ? [{ ...place, ...large }] : [];
  });
  const missing = built.tables.filter(({ name }) => !spec.tables.some((table) => table.name === name));
  const whole = built.relations.unpacked;
  return [
    ...described,
    ...missing.map(({ name, rows }) => {
      const what = `the table ${name} is not described`;
      const fix = `add - { name: ${name}, rows: ${rows}, about: … } to tables`;
      return { file, ...lineOf(['tables']), what, fix };
    }),
    ...(whole > MOST_BYTES
      ? [
          {
            file,
            line: 1,
            what: `the dataset takes ${formatBytes(whole)} with its indexes; at most ${formatBytes(MOST_BYTES)} fit a reader’s browser beside the engine`,
            fix: `seed about ${Math.floor((100 * MOST_BYTES) / whole)} % of the rows, or leave a table or an index out`,
          },
        ]
      : []),
  ];
}
