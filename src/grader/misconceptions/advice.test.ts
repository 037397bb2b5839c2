import { describe, expect, it } from 'vitest';
import { limited, run, seq, sorted } from './sample-plans.ts';
import { type Case, find, index, shipped } from './sample-recognition.ts';

const messageOf = (id: string, sample: Case) =>
  find(sample).find(({ misconception }) => misconception === id)?.message ?? '';

describe('function-on-column', () => {
  const lower = [run(seq("(lower(orders.email) = 'a@b'::text)"))];

  it('advises an index where the query stays, and another condition where the indexes stay', () => {
    const tune = messageOf('function-on-column', { seen: lower, indexes: [index('i', 'email')] });
    expect(tune).toMatch(/The query stays as it is: index what it compares, lower\(email\)\.$/);
    const rewrite: Case = { task: 'rewrite', seen: lower, before: [shipped('i', 'email')] };
    const message = messageOf('function-on-column', rewrite);
    expect(message).toMatch(/Write the condition so that it compares email itself\.$/);
    expect(message).not.toContain('index what');
  });

  it('does not lead to a B-tree that knows nothing of the operator', () => {
    const contained = [run(seq('(orders.metadata @> \'{"a": 1}\'::jsonb)'))];
    const own = index('i', "(metadata ->> 'a'::text)", { columns: ["(metadata ->> 'a'::text)"] });
    const message = messageOf('function-on-column', { seen: contained, indexes: [own] });
    expect(message).toContain('asks with @>, which a B-tree does not know');
    expect(message).not.toContain('work metadata out');
  });
});

describe('sort-not-served', () => {
  const asked = (filter: string, ...keys: readonly string[]) =>
    messageOf('sort-not-served', {
      seen: [run(limited(30, sorted(keys, seq(filter))))],
      indexes: [index('i', 'country, at')],
    });

  it('speaks of = only where something is compared with it', () => {
    expect(asked("(orders.country = 'France'::text)", 'orders.at', 'orders.b')).not.toContain('begins with');
    const equal = asked("(orders.country = 'France'::text)", 'orders.b');
    expect(equal).toContain('compared with =');
    expect(equal).toMatch(/then the first 30 entries that fit are the answer\.$/);
    const range = asked("(orders.country >= 'France'::text)", 'orders.country', 'orders.at DESC');
    expect(range).not.toContain('compared with =');
    expect(range).toContain('An index that begins with the sort columns');
    expect(range).toContain('first 30 entries from that bound on');
  });
});
