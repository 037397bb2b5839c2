import type { StatisticsEvidence } from '../../checks/evidence.ts';
import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import { findWrongEstimate, type WrongEstimate } from './estimates-off.ts';
import type { Misconception, Recognition } from './misconception.ts';

const USEFUL = ['dependencies', 'mcv'];

/** Columns that are compared together and that no statistics object describes together. */
function columnsTogether({ conditions }: WrongEstimate): readonly string[] {
  const equal = conditions.filter(({ comparison }) => comparison === 'equal');
  return [...new Set(equal.flatMap(({ columns }) => columns))];
}

/** A statistics object that would describe the columns of a wrong estimate, collected or not. */
export function describes({ evidence }: Recognition, wrong: WrongEstimate) {
  const columns = columnsTogether(wrong);
  return (evidence.statistics ?? []).find(
    (object) =>
      object.table === wrong.scan.relation &&
      columns.every((column) => object.columns.includes(column)) &&
      object.kinds.some((kind) => USEFUL.includes(kind)),
  );
}

/** What a statistics object keeps: kinds that are about several things together, and statistics of each expression. */
function keptInWords({ name, kinds, columns, expressions = [] }: StatisticsEvidence): string {
  const together = kinds.filter((kind) => kind !== 'expressions');
  const kept = [
    ...(together.length > 0
      ? [`${together.join(' and ')} of ${[...columns, ...expressions].join(', ')}`]
      : []),
    ...(expressions.length > 0 ? [`statistics of ${expressions.join(' and of ')}`] : []),
  ];
  return `${name} keeps ${kept.join(' and ')}`;
}

export const correlatedColumns: Misconception = {
  id: 'correlated-columns',
  title: 'Columns that depend on one another are taken for independent',
  lesson: '/learn/plans/extended-statistics/',
  recognise: (recognition) => {
    const wrong = findWrongEstimate(recognition);
    const columns = wrong ? columnsTogether(wrong) : [];
    if (!wrong || columns.length < 2 || describes(recognition, wrong)) return undefined;
    const { expected, actual } = wrong.estimate;
    const made = (recognition.evidence.statistics ?? []).filter(
      ({ created, table }) => created && table === wrong.scan.relation,
    );
    const yours = made.length > 0 ? ` ${made.map(keptInWords).join('; ')}, which does not answer that.` : '';
    return `PostgreSQL multiplies the shares of ${columns.join(' and ')} as if one said nothing about the other: it expects ${formatPlural(expected, 'row')} of ${wrong.scan.relation} and gets ${formatCount(actual)}.${yours} CREATE STATISTICS with dependencies or mcv on exactly these columns, and an ANALYZE after it, tell how they go together.`;
  },
};
