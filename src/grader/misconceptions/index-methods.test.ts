import { describe, expect, it } from 'vitest';
import { sameExpression } from './read-conditions.ts';
import { limited, run, seq, sorted } from './sample-plans.ts';
import { type Case, find, index } from './sample-recognition.ts';

const messageOf = (id: string, sample: Case) =>
  find(sample).find(({ misconception }) => misconception === id)?.message;

const RANGE = 'tstzrange(orders.a, orders.b)';
const open = [run(seq(`(${RANGE} @> '2025-03-01 00:00:00+00'::timestamp with time zone)`))];
const contained = [run(seq('(orders.metadata @> \'{"a": 1}\'::jsonb)'))];
const holding = (expression: string, method: string) =>
  index('i', expression, { method, columns: [expression] });

describe('the kind of index that an operator takes', () => {
  it('is not named where the index is of that kind', () => {
    const tags = holding("(metadata -> 'tags'::text)", 'gin');
    expect(messageOf('function-on-column', { seen: contained, indexes: [tags] })).toMatch(/metadata\.$/);
    const closed = holding("tstzrange(a, b, '[]'::text)", 'gist');
    expect(messageOf('function-on-column', { seen: open, indexes: [closed] })).toMatch(
      /tstzrange\(a, b\)\.$/,
    );
  });

  it('is GiST for ranges and GIN for what is inside of a document', () => {
    const ends = index('i', 'a, b');
    const message = messageOf('function-on-column', { seen: open, indexes: [ends] });
    expect(message).toContain('asks with @>, which a B-tree does not know');
    expect(message).toContain('GiST for example');
    const tree = holding('tstzrange(a, b)', 'btree');
    expect(messageOf('type-mismatch', { seen: open, indexes: [tree] })).toContain('GiST for example');
    const hash = holding('metadata', 'hash');
    expect(messageOf('type-mismatch', { seen: contained, indexes: [hash] })).toContain(
      'i is a hash index, which knows = only. The query asks with @>, and that takes another kind of index, GIN',
    );
  });

  it('is not asked for by a condition that no index answers', () => {
    const seen = [run(seq("(orders.status <> 'x'::text)"))];
    expect(messageOf('type-mismatch', { seen, indexes: [index('i', 'status')] })).toBeUndefined();
  });
});

describe('a distance that rows are sorted by', () => {
  const KEY = "((point((orders.price)::float8, (orders.weight / '20'::float8)) <-> '(49,60)'::point))";
  const nearest = [run(limited(5, sorted([KEY, 'orders.id'], seq('(orders.id > 0)'))))];
  const said = (expression: string, method: string) =>
    messageOf('function-on-column', { seen: nearest, indexes: [holding(expression, method)] });

  it('is of another expression than the index holds', () => {
    const message = said('point(price::float8, weight)', 'gist');
    expect(message).toContain('takes the distance of point((price)::float8');
    expect(message).toContain('to know which ones are near');
    expect(message).not.toContain('for example');
    expect(said('price', 'btree')).toContain('asks with <->, which a B-tree does not know');
  });

  it('is served by an index that writes its numbers in another way', () => {
    expect(said('point(price::float8, weight / 20::float8)', 'gist')).toBeUndefined();
  });
});

describe('sameExpression', () => {
  it('takes no text for another', () => {
    expect(sameExpression("COALESCE(note, ' '::text)", "COALESCE(note, ''::text)")).toBe(false);
    expect(sameExpression("(note || 'a b'::text)", "note || 'a b'::text")).toBe(true);
    expect(sameExpression("(a / '20'::float8)", 'a / (20)::float8')).toBe(true);
  });
});
