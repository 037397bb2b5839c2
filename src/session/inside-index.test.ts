import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { type InsideIndex, insideIndex } from './inside-index.ts';
import { onThrowAway, type Subject } from './throw-away.ts';

const EXTENSIONS = ['pageinspect', 'pg_visibility', 'pg_buffercache'];
let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

interface Seen {
  readonly inside: InsideIndex;
  readonly cell: (sql: string) => Promise<string>;
}

/** Looks into an index of an empty database, and asks the engine for figures to hold it against. */
async function look<Result>(
  {
    setup,
    index,
    find = [],
    dataset = 'empty',
  }: { setup: string; index: string; find?: string[]; dataset?: string },
  judge: (seen: Seen) => Promise<Result>,
): Promise<Result> {
  const done = await onThrowAway(
    engine,
    { name: dataset, extensions: EXTENSIONS },
    setup,
    async (subject: Subject) => {
      const seen = await insideIndex(subject, index, find);
      if (seen.kind === 'none') return seen;
      const cell = async (sql: string) => {
        const run = await subject.run(sql);
        return run.kind === 'ok' ? String(run.results[0]?.rows[0]?.[0]) : run.kind;
      };
      return { kind: 'ok', found: await judge({ inside: seen.found, cell }) };
    },
  );
  if (done.kind === 'none') throw new Error(done.message);
  return done.found;
}

const keysOf = (inside: InsideIndex) =>
  (inside.descent?.steps.at(-1)?.entries ?? [])
    .filter(({ kind }) => kind !== 'high key')
    .map(({ key }) => key.map((part) => (part.kind === 'value' ? part.text : part.kind)).join(', '));

describe('insideIndex', () => {
  it('reads every page of every level, as many as the file has', () =>
    look({ dataset: 'shop', setup: '', index: 'orders_pkey', find: ['188214'] }, async ({ inside, cell }) => {
      const level = await cell("select level from bt_metap('orders_pkey')");
      expect(inside.levels).toHaveLength(Number(level) + 1);
      expect(inside.levels[0]?.map(({ block }) => block)).toEqual([inside.root]);
      const pages = await cell("select pg_relation_size('orders_pkey') / 8192");
      expect(inside.levels.flat().length + inside.besides).toBe(Number(pages));
      expect(inside.deduplication.addresses).toBe(Number(await cell('select count(*) from orders')));
      const { descent } = inside;
      expect(descent?.steps.map(({ level: at }) => at)).toEqual([2, 1, 0]);
      expect(descent?.rows).toEqual([await cell('select ctid from orders where id = 188214')]);
      expect(descent?.steps.map(({ taken }) => taken.length)).toEqual([1, 1, 1]);
    }));

  it('counts what equal keys share', () =>
    look(
      {
        dataset: 'shop',
        setup: 'create index by_customer on orders (customer_id)',
        index: 'by_customer',
        find: ['42'],
      },
      async ({ inside, cell }) => {
        const { deduplication, descent } = inside;
        expect(deduplication.possible).toBe(true);
        expect(deduplication.entries).toBeLessThan(deduplication.addresses / 4);
        expect(deduplication.bytesApart).toBe(deduplication.addresses * 20);
        expect(descent?.rows).toHaveLength(
          Number(await cell('select count(*) from orders where customer_id = 42')),
        );
        expect(descent?.heap).toHaveLength(
          Number(
            await cell('select count(distinct (ctid::text::point)[0]) from orders where customer_id = 42'),
          ),
        );
      },
    ));

  it('says where an index goes no deeper than its root, and what a search that finds nothing passes', () =>
    look(
      {
        setup: 'create table t (a int primary key); insert into t values (1), (3)',
        index: 't_pkey',
        find: ['2'],
      },
      async ({ inside }) => {
        expect(inside.levels.map((level) => level.length)).toEqual([1]);
        expect(inside.descent?.rows).toEqual([]);
        expect(inside.descent?.heap).toEqual([]);
        expect(keysOf(inside)).toEqual(['1', '3']);
      },
    ));

  it('leaves the database as it was', () =>
    look({ dataset: 'shop', setup: '', index: 'orders_pkey', find: ['7'] }, async ({ cell }) =>
      expect(await cell('select count(*) from pg_index where not indisvalid')).toBe('0'),
    ));

  it('refuses what is no B-tree, and what is not there, in a sentence', async () => {
    const setup = 'create table t (a int); create index h on t using hash (a)';
    await expect(look({ setup, index: 'h' }, async () => 0)).rejects.toThrow(/is a hash index/);
    await expect(look({ setup, index: 'nowhere' }, async () => 0)).rejects.toThrow(/no index called nowhere/);
  });
});

describe('keys on inner pages', () => {
  const TYPES: readonly (readonly [type: string, value: string])[] = [
    ['smallint', 'g % 30000'],
    ['integer', 'g - 20000'],
    ['bigint', 'g * 100000000000 - 5'],
    ['real', 'g / 8.0'],
    ['double precision', 'g / 3.0'],
    ['numeric', 'g * 0.37 - 4000'],
    ['numeric(20,6)', '(g - 20000) / 7.0'],
    ['text', "'Ünit ' || g"],
    ['varchar(20)', "'v' || g"],
    ['char(9)', 'g::text'],
    ['date', "date '1999-01-01' + g % 20000"],
    ['timestamp', "timestamp '1999-12-31 23:59:59.123456' + g * interval '3 hours 7.5 seconds'"],
    ['timestamptz', "timestamptz '2020-02-02 02:02:02+00' + g * interval '61 minutes'"],
    ['time', "time '00:00' + g * interval '1.5 seconds'"],
    ['uuid', 'md5(g::text)::uuid'],
    ['oid', 'g::oid'],
  ];

  it.each(TYPES)('of the type %s are as SQL prints them', (type, value) =>
    look(
      {
        setup: `set timezone to 'UTC'; set extra_float_digits to 1;
create table t (a ${type}); insert into t select (${value})::${type} from generate_series(1, 40000) g;
create index i on t (a) with (deduplicate_items = off)`,
        index: 'i',
      },
      async ({ inside, cell }) => {
        const keys = inside.rootEntries.flatMap(({ key }) => (key[0]?.kind === 'value' ? [key[0].text] : []));
        expect(inside.levels.length).toBeGreaterThan(1);
        expect(keys.length).toBe(inside.rootEntries.length - 1);
        const list = keys.map((key) => `('${key}')`).join(',');
        expect(
          await cell(
            `select count(*) from (values ${list}) v (k) where exists (select from t where a::text = k)`,
          ),
        ).toBe(String(keys.length));
      },
    ),
  );

  it('of several columns are told apart, and a type that is not read says so', () =>
    look(
      {
        setup: `create table t (a text, b int, c jsonb);
insert into t select 'k' || g % 7, g, '{}' from generate_series(1, 40000) g;
create index i on t (a, b); create index j on t (c, b)`,
        index: 'i',
      },
      async ({ inside }) => {
        const [, second] = inside.rootEntries;
        expect(second?.key[0]).toEqual({ kind: 'value', text: 'k0' });
        expect(second?.key[1]?.kind).toBe('value');
      },
    ));

  it('that are NULL or of another type are not guessed', () =>
    look(
      {
        setup: `create table t (a jsonb, b int); insert into t select jsonb_build_object('k', g), g from generate_series(1, 9000) g;
create index i on t (a)`,
        index: 'i',
        find: ['{"k": 5}'],
      },
      async ({ inside }) => {
        expect(inside.rootEntries[1]?.key[0]).toMatchObject({ kind: 'bytes', why: /jsonb/ });
        expect(keysOf(inside)).toContain('{"k": 5}');
      },
    ));
});
