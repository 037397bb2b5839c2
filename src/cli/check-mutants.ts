import type { Exercise } from '../exercise/exercise.ts';
import type { Tried } from '../session/mutants.ts';
import type { Problem } from './problems.ts';

/** Mutants of reference answers. Where nothing is to be mended, `killed` is `total`. */
export interface MutantTally {
  readonly killed: number;
  /** Without those that are declared equivalent. */
  readonly total: number;
  readonly equivalent: number;
}

export interface JudgedMutants {
  readonly tally: MutantTally;
  readonly problems: readonly Problem[];
}

type Declared = Exercise['spec']['equivalent-mutants'];

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** `nothing -> distinct` as a sentence has it. */
function inWords(name: string): string {
  const [from = '', to = ''] = name.replace(/ \(\d+\)$/, '').split(' -> ');
  if (from === 'nothing') return `with “${to}” put in`;
  return to === 'nothing' ? `with “${from}” taken out` : `with “${to}” in place of “${from}”`;
}

function survivor({ mutant }: Tried, solution: string, at: (file: string) => string): Problem {
  return {
    file: at('solution.sql'),
    line: lineAt(solution, mutant.start),
    what: `the mutant ‘${mutant.name}’ survives: a mutant is a copy of solution.sql with one change, here ${inWords(mutant.name)}; on the data and on every variant it returns the rows that this answer does, so nobody who makes that mistake would be told`,
    fix: 'add a variant whose data tells the two apart, or declare it in equivalent-mutants with the reason',
  };
}

function howTold({ fate, on }: Tried): string {
  if (fate === 'fails') return 'PostgreSQL refuses it';
  if (fate === 'unordered') return 'it does not ask for the order that counts';
  return `its rows are other ones (${on ?? 'somewhere'})`;
}

function mistaken(
  change: string,
  tried: readonly Tried[],
  at: (file: string) => string,
): Problem | undefined {
  const place = { file: at('exercise.mdx'), line: 1 };
  const found = tried.find(({ mutant }) => mutant.name === change);
  if (!found) {
    const what = `equivalent-mutants: solution.sql has no mutant ‘${change}’`;
    return { ...place, what, fix: 'take it out, or name it as this command does where it survives' };
  }
  // A mutant that ran out of time has shown nothing either way.
  if (found.fate === 'survives' || found.fate === 'stopped') return undefined;
  const what = `the mutant ‘${change}’ is declared equivalent, but ${howTold(found)}`;
  return { ...place, what, fix: 'take it out' };
}

/** Weighs what became of the mutants against those that the author declares equivalent. */
export function judgeMutants(
  { solution, declared }: { readonly solution: string; readonly declared: Declared },
  tried: readonly Tried[],
  at: (file: string) => string,
): JudgedMutants {
  const changes = new Set(declared.map(({ change }) => change));
  const problems = [...changes].flatMap((change) => mistaken(change, tried, at) ?? []);
  const equivalent = tried.filter(
    ({ mutant, fate }) => changes.has(mutant.name) && (fate === 'survives' || fate === 'stopped'),
  );
  const counted = tried.filter((one) => !equivalent.includes(one));
  const survivors = counted.filter(({ fate }) => fate === 'survives');
  return {
    tally: {
      killed: counted.length - survivors.length,
      total: counted.length,
      equivalent: equivalent.length,
    },
    problems: [...problems, ...survivors.map((one) => survivor(one, solution, at))],
  };
}

/** Weighs the mutants of an exercise's reference answer. Tasks other than rewrites have none. */
export function checkMutants(
  { solution, spec }: Exercise,
  tried: readonly Tried[],
  at: (file: string) => string,
): JudgedMutants {
  return judgeMutants({ solution, declared: spec['equivalent-mutants'] }, tried, at);
}
