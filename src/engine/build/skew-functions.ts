/**
 * Functions that a `seed.sql` may call, to make data that is uneven in the ways that real data is. Each answers the
 * same for the same arguments on every machine: chance comes from a hash of the row's number and a salt (one for each
 * column, so that columns do not follow each other). They are there while the seed runs, and gone afterwards.
 */
export interface SkewFunction {
  readonly name: string;
  readonly signature: string;
  /** What it answers, in a sentence; for the guide. */
  readonly about: string;
  /** How a column of a seed uses it. */
  readonly example: string;
  readonly sql: string;
}

const create = (name: string, parameters: string, returns: string, body: string): string =>
  `create function public.${name}(${parameters}) returns ${returns} language sql immutable parallel safe as $$ ${body.startsWith('select') ? body : `select ${body}`} $$`;

function skew(
  name: string,
  parameters: string,
  returns: string,
  about: string,
  example: string,
  body: string,
): SkewFunction {
  return {
    name,
    signature: `${name}(${parameters}) returns ${returns}`,
    about,
    example,
    sql: create(name, parameters, returns, body),
  };
}

const ROW = 'i bigint';
const SALT = 'salt integer default 0';

/** In an order in which each may use those before it. */
export const SKEW_FUNCTIONS: readonly SkewFunction[] = [
  skew(
    'pw_unit',
    `${ROW}, ${SALT}`,
    'double precision',
    'A number from 0 up to 1, evenly spread: what the others draw from.',
    'pw_unit(i, 1) < 0.02 as urgent',
    '(pg_catalog.hashint8extended(i, salt) & 9007199254740991)::double precision / 9007199254740992',
  ),
  skew(
    'pw_uniform',
    `${ROW}, low integer, high integer, ${SALT}`,
    'integer',
    'A whole number from low to high, each as likely.',
    'pw_uniform(i, 1, 500, 2) as warehouse_id',
    'low + floor(public.pw_unit(i, salt) * (high - low + 1))::integer',
  ),
  skew(
    'pw_zipf_shares',
    'n integer, s double precision',
    'double precision[]',
    'Where the ranks of a Zipf distribution begin, as shares of all; `pw_zipf` looks ranks up in it.',
    'pw_zipf_shares(1000, 1.0)',
    `select array_agg(share order by k) from (
       select k, (sum(power(k, -s)) over (order by k) / sum(power(k, -s)) over ())::double precision as share
       from generate_series(1, n) as k) as ranks where k < n`,
  ),
  skew(
    'pw_zipf',
    `${ROW}, n integer, s double precision default 1, ${SALT}`,
    'integer',
    'A rank from 1 to n by Zipf’s law: rank 2 comes 2^s times less often than rank 1, rank 3 3^s times. With s = 1 the first of 1,000 takes 13 %. Write n and s as literals.',
    'pw_scatter(pw_zipf(i, 4000, 1.0, 3), 4000) as customer_id',
    '1 + coalesce(pg_catalog.width_bucket(public.pw_unit(i, salt), public.pw_zipf_shares(n, s)), 0)',
  ),
  skew(
    'pw_scatter',
    'k bigint, n integer',
    'integer',
    'Another number from 1 to n for each k from 1 to n, so that the busiest are not the lowest ids.',
    'pw_scatter(pw_zipf(i, 4000), 4000) as customer_id',
    '(1 + (k * 1000003 + 77) % n)::integer',
  ),
  skew(
    'pw_correlated',
    `${ROW}, source bigint, n integer, strength double precision, ${SALT}`,
    'integer',
    'A number from 1 to n that follows from source with probability strength, and is any number otherwise: two columns of which the planner’s estimate, which multiplies, is wrong.',
    'pw_correlated(i, city_id, 30, 0.95, 4) as country_id',
    `case when public.pw_unit(i, salt) < strength then (1 + source % n)::integer
       else public.pw_uniform(i, 1, n, salt + 1000003) end`,
  ),
  skew(
    'pw_time',
    `${ROW}, n bigint, first timestamp with time zone, last timestamp with time zone, scatter double precision default 0, ${SALT}`,
    'timestamp with time zone',
    'The time of row i of n between two times. With scatter 0 rows lie in the order of time, as they do in a table that is only appended to; with 0.01 they are up to 1 % of the span apart; with 2 time says nothing about where a row lies.',
    "pw_time(i, 200000, '2024-01-01', '2025-01-01', 0.001, 5) as created_at",
    `first + (last - first) * least(1, greatest(0,
       i::double precision / n + scatter * (public.pw_unit(i, salt) - 0.5)))`,
  ),
  skew(
    'pw_one_of',
    `${ROW}, choices text[], ${SALT}`,
    'text',
    'One of several texts, each as likely; name one twice to double its share.',
    "pw_one_of(i, array['paid', 'paid', 'paid', 'open'], 6) as status",
    'choices[1 + floor(public.pw_unit(i, salt) * cardinality(choices))::integer]',
  ),
];

/** Whether a seed calls any of them: one that does not is built as if there were none. */
export function usesSkew(seed: string): boolean {
  return SKEW_FUNCTIONS.some(({ name }) => new RegExp(`\\b${name}\\s*\\(`).test(seed));
}

/** Takes the functions away; fails where something that stays depends on one. */
export const DROP_SKEW: readonly string[] = [...SKEW_FUNCTIONS]
  .reverse()
  .map(({ name }) => `drop function public.${name}`);
