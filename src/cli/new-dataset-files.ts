import { stringify } from 'yaml';
import type { DatasetFile } from '../engine/manifest.ts';

/** A seed to begin with: two tables, uneven as real data is. */
export const SEED = `-- The same text builds the same rows on every machine: values come from the row's number, never from random() or the
-- clock. The pw_ functions (docs/authoring.md lists them) are there while this runs, and gone afterwards.
-- Add keys here, but no other index: adding one is what an exercise asks for.

create table accounts (
  id integer primary key,
  name text not null,
  city_id integer not null,
  country_id integer not null
);

insert into accounts
select i, 'Account ' || i, city, pw_correlated(i, city, 12, 0.95, 3)
from generate_series(1, 4000) as i
cross join lateral (select pw_zipf(i, 60, 1.0, 2) as city) as place
order by i;

create table events (
  id integer primary key,
  account_id integer not null references accounts (id),
  created_at timestamptz not null,
  kind text not null,
  amount numeric(8, 2) not null
);

-- A few accounts have most of the events; rows lie nearly in the order of time.
insert into events
select i, pw_scatter(pw_zipf(i, 4000, 0.6, 5), 4000),
  pw_time(i, 60000, '2024-01-01 00:00+00', '2025-01-01 00:00+00', 0.002, 6),
  pw_one_of(i, array['view', 'view', 'view', 'view', 'order', 'return'], 7),
  pw_uniform(i, 100, 99999, 8) / 100.0
from generate_series(1, 60000) as i
order by i;
`;

/** The text of dataset.yaml, with the tables as they were built. */
export function describeDataset(
  name: string,
  order: number,
  tables: DatasetFile['tables'],
  schema: string,
): string {
  const words = name.replaceAll('-', ' ');
  const text = stringify(
    {
      format: 1,
      name,
      title: words.charAt(0).toUpperCase() + words.slice(1),
      summary: 'TODO: one sentence: what it models and how large it is',
      order,
      tables: tables.map((table) => ({
        name: table.name,
        rows: table.rows,
        about: 'TODO: what to know about its rows: skew, gaps, order',
      })),
    },
    { lineWidth: 110 },
  );
  return `# yaml-language-server: $schema=${schema}\n${text}`;
}
