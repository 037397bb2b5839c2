import { describe, expect, it } from 'vitest';
import type { IndexEvidence } from '../../checks/evidence.ts';
import { byIndex, run } from './sample-plans.ts';
import { type Case, find, index, shipped } from './sample-recognition.ts';

const seen = [run(byIndex('i'))];
const include = (columns: string, carried: string) => ({
  included: [carried],
  definition: `CREATE INDEX i ON public.orders USING btree (${columns}) INCLUDE (${carried})`,
});
const told = (sample: Partial<Case>) =>
  find({ seen, fails: ['wal-per-row'], ...sample }).map(({ misconception, message }) => ({
    misconception,
    message,
  }));
const ofDuplicates = (sample: Partial<Case>) =>
  told(sample).find(({ misconception }) => misconception === 'duplicate-index')?.message;

const dropping = { allow: ['create-index', 'drop-index'] };

describe('a new index beside the one whose work it does', () => {
  const beside = {
    ...dropping,
    indexes: [index('i', 'a', include('a', 'b'))],
    before: [shipped('old', 'a')],
  };

  it('is the old one’s fault, and names what the new one carries', () => {
    const message = ofDuplicates(beside);
    expect(message).toMatch(/^i \(a include \(b\), 1 MB\) does all that old \(a, 1 MB\) does, and more\./);
    expect(message).toMatch(/Drop it\.$/);
    expect(message).not.toContain('repeats');
  });

  it('does not cost more than it gives, unless it is too large itself', () => {
    const ids = (fails: readonly string[]) => told({ ...beside, fails }).map((one) => one.misconception);
    expect(ids(['wal-per-row'])).not.toContain('redundant-write-cost');
    expect(ids(['wal-per-row', 'index-bytes'])).toContain('redundant-write-cost');
  });

  it('repeats it where it does no more', () => {
    const carrying = [shipped('old', 'a', include('a', 'b'))];
    expect(ofDuplicates({ indexes: [index('i', 'a')], before: carrying })).toContain(
      'repeats old (a include (b)',
    );
  });
});

it.each([
  ['a text_pattern_ops', 'a'],
  ['a DESC, b', 'a, b'],
  ['a NULLS FIRST', 'a'],
])('one on (%s) is no repetition of one on (%s)', (made, there) => {
  const columns = made.split(', ').map((key) => key.replace(/ .*/, ''));
  const own = index('i', made, { columns });
  expect(ofDuplicates({ indexes: [own], before: [shipped('old', there)] })).toBeUndefined();
  expect(ofDuplicates({ indexes: [own], before: [shipped('old', made, { columns })] })).toContain('repeats');
});

it('read from its end, an index repeats the one that runs the other way', () => {
  const own = index('i', 'a DESC, b DESC', { columns: ['a', 'b'] });
  expect(ofDuplicates({ indexes: [own], before: [shipped('old', 'a, b')] })).toContain('repeats');
});

it('a rule on fewer columns is not kept by one on more', () => {
  const own = index('i', 'a', { unique: true });
  const before = [shipped('old', 'a, b', { unique: true })];
  expect(ofDuplicates({ indexes: [own], before })).toBeUndefined();
});

describe('where dropping is the task', () => {
  const twins = [shipped('t1', 'a'), shipped('t2', 'a'), shipped('t3', 'b', { unique: true })];
  const before = [...twins, shipped('t4', 'b'), shipped('t5', 'c'), shipped('t6', 'c, d')];

  it('counts what is superfluous, and names none', () => {
    const message = ofDuplicates({ allow: ['drop-index'], before });
    expect(message).toMatch(/^orders still has 3 indexes whose work another one does as well\./);
    expect(message).not.toMatch(/\bt\d/);
    expect(ofDuplicates({ allow: ['drop-index'], before: twins })).toContain('still has one index');
  });

  it('tells of a dropped one what only it carried', () => {
    const [short, wide] = [shipped('short', 'c'), shipped('wide', 'c', include('c', 'd'))];
    const lost = find({ seen, allow: ['drop-index'], before: [short], shippedIndexes: [short, wide] });
    expect(lost[0]?.message).toMatch(/d is held by no index now\.$/);
  });

  it('does not say of a longer one that the shorter one did its work', () => {
    const [short, long, other] = [shipped('short', 'c'), shipped('long', 'c, d'), shipped('other', 'c, e')];
    const bothGone = (...left: readonly IndexEvidence[]) =>
      find({ seen, allow: ['drop-index'], before: left, shippedIndexes: [short, long, ...left] })[0]?.message;
    expect(bothGone()).toContain('superfluous as long as the longer one was there, and you dropped both');
    expect(bothGone()).toMatch(/no index on orders begins with c\.$/);
    expect(bothGone(shipped('other', 'e'))).toMatch(/begins with c\.$/);
    expect(bothGone(other)).not.toContain('begins with c');
  });

  it('tells which of two equal ones kept a rule, also where both are gone', () => {
    const [plain, rule] = [shipped('plain', 'c'), shipped('rule', 'c', { unique: true })];
    const lost = (...left: readonly IndexEvidence[]) =>
      find({ seen, allow: ['drop-index'], before: left, shippedIndexes: [plain, rule] })[0]?.message;
    expect(lost()).toMatch(/^rule .* and plain .* only the first .* the same c\. You dropped both\.$/);
    expect(lost(plain)).toMatch(/You dropped that one\.$/);
  });

  it('tells first what was lost', () => {
    const start = [...before];
    const left = before.filter(({ name }) => name !== 't6');
    expect(find({ seen, allow: ['drop-index'], before: left, shippedIndexes: start })[0]?.message).toContain(
      'You dropped the longer one',
    );
  });
});
