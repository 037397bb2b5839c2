import { describe, expect, test } from 'vitest';
import { type Fate, nameMutants, type Tried } from '../session/mutants.ts';
import type { Mutant } from '../sql/mutate.ts';
import { judgeMutants } from './check-mutants.ts';

const SOLUTION = 'select distinct a\nfrom t\nwhere b >= 1';

const mutant = (change: string, start = 0): Mutant => ({ kind: 'comparison', sql: '', change, start });

function tried(...fates: readonly (readonly [string, Fate])[]): readonly Tried[] {
  const mutants = nameMutants(fates.map(([change]) => mutant(change, SOLUTION.indexOf('>='))));
  return mutants.map((named, at) => ({ mutant: named, fate: fates[at]?.[1] ?? 'survives', on: 'ties' }));
}

function judge(all: readonly Tried[], ...declared: readonly string[]) {
  const given = declared.map((change) => ({ change, because: 'the id is the primary key' }));
  return judgeMutants({ solution: SOLUTION, declared: given }, all, (file) => `x/${file}`);
}

test('names are told apart by counting', () => {
  const names = nameMutants([mutant('= -> <>'), mutant('< -> >'), mutant('= -> <>')]).map(({ name }) => name);
  expect(names).toEqual(['= -> <>', '< -> >', '= -> <> (2)']);
});

describe('mutants in the check', () => {
  const all = tried(
    ['>= -> >', 'differs'],
    ['>= -> <', 'fails'],
    ['order by a -> nothing', 'unordered'],
    ['a -> b', 'stopped'],
    ['= -> <>', 'survives'],
  );

  test('a survivor is the author’s problem, at its line', () => {
    const { tally, problems } = judge(all);
    expect(tally).toEqual({ killed: 4, total: 5, equivalent: 0 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'x/solution.sql', line: 3 });
    expect(problems[0]?.what).toContain(
      'the mutant ‘= -> <>’ survives: a mutant is a copy of solution.sql with one change, here with “<>” in place of “=”',
    );
  });

  test('a declared one is not counted among those to kill', () => {
    expect(judge(all, '= -> <>')).toEqual({ tally: { killed: 4, total: 4, equivalent: 1 }, problems: [] });
  });

  test('a declaration that the data disprove is a problem, and the mutant counts as killed', () => {
    const { tally, problems } = judge(all, '= -> <>', '>= -> >', '>= -> <', 'order by a -> nothing');
    expect(tally).toEqual({ killed: 4, total: 4, equivalent: 1 });
    expect(problems.map(({ what }) => what)).toEqual([
      'the mutant ‘>= -> >’ is declared equivalent, but its rows are other ones (ties)',
      'the mutant ‘>= -> <’ is declared equivalent, but PostgreSQL refuses it',
      'the mutant ‘order by a -> nothing’ is declared equivalent, but it does not ask for the order that counts',
    ]);
  });

  test('a declared mutant that ran out of time stays declared', () => {
    const { tally, problems } = judge(all, '= -> <>', 'a -> b');
    expect(tally).toEqual({ killed: 3, total: 3, equivalent: 2 });
    expect(problems).toEqual([]);
  });

  test('a declaration of nothing is a problem', () => {
    const { problems } = judge(tried(['= -> <>', 'differs']), '= -> <> (2)');
    expect(problems.map(({ what }) => what)).toEqual([
      'equivalent-mutants: solution.sql has no mutant ‘= -> <> (2)’',
    ]);
  });
});
