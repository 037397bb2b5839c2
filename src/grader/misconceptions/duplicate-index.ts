import type { IndexEvidence } from '../../checks/evidence.ts';
import { formatBytes } from '../../plan/format-figures.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { createdIndexes } from './read-query.ts';
import { writtenKeys } from './sort-orders.ts';

/** Whether an index goes by the keys of another first, each in the same order, or all of them read from the other end. */
function beginsLike(other: IndexEvidence, index: IndexEvidence): boolean {
  const [longer, shorter] = [writtenKeys(other), writtenKeys(index)];
  const turned = longer[0]?.descending !== shorter[0]?.descending;
  return shorter.every((key, at) => {
    const held = longer[at];
    if (held?.expression !== key.expression) return false;
    return (held.descending !== key.descending) === turned && (held.nullsFirst !== key.nullsFirst) === turned;
  });
}

/** Whether one index does all that the other does: finds the same rows, holds the same columns, keeps the same rule. */
function covers(other: IndexEvidence, index: IndexEvidence): boolean {
  if (other.name === index.name || other.table !== index.table || other.method !== index.method) return false;
  if (other.predicate !== index.predicate || !other.valid) return false;
  if (index.unique && !(other.unique && other.columns.length === index.columns.length)) return false;
  const held = [...other.columns, ...other.included];
  return beginsLike(other, index) && index.included.every((column) => held.includes(column));
}

function inWords({ name, columns, included, predicate, bytes }: IndexEvidence): string {
  const carried = included.length > 0 ? ` include (${included.join(', ')})` : '';
  const rows = predicate === undefined ? '' : ` where ${predicate}`;
  return `${name} (${columns.join(', ')}${carried}${rows}, ${formatBytes(bytes)})`;
}

/** A created index that another one makes superfluous. */
export function findDuplicate(recognition: Recognition): string | undefined {
  const { indexes } = recognition.evidence.submission;
  for (const index of createdIndexes(recognition)) {
    const other = indexes.find((one) => !one.created && covers(one, index));
    if (other)
      return `${inWords(index)} repeats ${inWords(other)}, which was there before: whatever it finds, the other finds as well, and every write to ${index.table} now pays for both. A primary key and a unique constraint come with an index of their own.`;
  }
  return undefined;
}

/** An index of the start that a created one makes superfluous, where it may be dropped. */
export function findOutdone({ evidence, exercise }: Recognition): string | undefined {
  if (!exercise.spec.allow.includes('drop-index')) return undefined;
  const { indexes } = evidence.submission;
  for (const index of indexes.filter(({ created, unique }) => !created && !unique)) {
    const other = indexes.find((one) => one.created && covers(one, index));
    if (other)
      return `${inWords(other)} does all that ${inWords(index)} does, and more. So it is the old one that nothing needs any longer: as long as it is there, every write to ${index.table} keeps up both. Drop it.`;
  }
  return undefined;
}

/** Which indexes of the start repeat another is for the learner to find: they are counted, and not named. */
function findLeftOver({ evidence }: Recognition): string | undefined {
  const gone = new Set<string>();
  const { indexes } = evidence.submission;
  const needless = indexes.filter((index) => {
    const repeated = indexes.some((one) => !gone.has(one.name) && covers(one, index));
    if (index.unique || !repeated) return false;
    gone.add(index.name);
    return true;
  });
  if (needless.length === 0) return undefined;
  const tables = [...new Set(needless.map(({ table }) => table))].join(' and ');
  const many = needless.length === 1 ? 'one index' : `${needless.length} indexes`;
  return `${tables} still has ${many} whose work another one does as well. Write the columns of each side by side: of two on the same columns one is enough, the one that also keeps a rule where there is such a one; and an index on (a, b) finds everything that one on (a) finds. Every write keeps up what is too much.`;
}

/** Two that overlap are gone. */
function aboutBoth(index: IndexEvidence, pair: IndexEvidence, left: readonly IndexEvidence[]): string {
  const holds = ({ columns, included }: IndexEvidence) => columns.length + included.length;
  const overlap =
    holds(pair) === holds(index)
      ? `${inWords(index)} and ${inWords(pair)} did the same, and you dropped both. Each of them was superfluous as long as the other was there`
      : `Of ${inWords(index)} and ${inWords(pair)} the shorter one was superfluous as long as the longer one was there, and you dropped both`;
  const [lead] = index.columns;
  return left.some(({ table, columns }) => table === index.table && columns[0] === lead)
    ? `${overlap}.`
    : `${overlap}; now no index on ${index.table} begins with ${lead}.`;
}

/** The one that can do more is gone, and the other is still there. */
function aboutLonger(index: IndexEvidence, pair: IndexEvidence): string {
  const keys = index.columns.slice(pair.columns.length);
  const carried = index.included.filter((column) => ![...pair.columns, ...pair.included].includes(column));
  const lost =
    keys.length > 0
      ? `${keys.join(', ')} is in order nowhere now`
      : `${carried.join(', ')} is held by no index now`;
  return `Of ${inWords(index)} and ${inWords(pair)} the longer one can do everything that the shorter one can, and not the other way round. You dropped the longer one, and ${lost}.`;
}

/** Of two that overlap, both went, or the one that can do more. */
function findLost({ evidence }: Recognition): string | undefined {
  const left = evidence.submission.indexes;
  const gone = evidence.start.indexes.filter(({ name }) => !left.some((one) => one.name === name));
  for (const index of gone) {
    const pair = evidence.start.indexes.find((one) => covers(one, index) || covers(index, one));
    if (!pair || left.some((one) => covers(one, index))) continue;
    const both = gone.some(({ name }) => name === pair.name);
    const [rule, plain] = index.unique ? [index, pair] : [pair, index];
    if (rule.unique && !plain.unique && rule.columns.length === plain.columns.length)
      return `${inWords(rule)} and ${inWords(plain)} find the same rows, and only the first of them also refuses a second row with the same ${rule.columns.join(', ')}. You dropped ${both ? 'both' : 'that one'}.`;
    return both ? aboutBoth(index, pair, left) : aboutLonger(index, pair);
  }
  return undefined;
}

export const duplicateIndex: Misconception = {
  id: 'duplicate-index',
  title: 'An index that repeats another',
  lesson: '/learn/indexing/over-indexing/',
  recognise: (recognition) => {
    const drops = recognition.exercise.spec.allow.includes('drop-index');
    return (
      findDuplicate(recognition) ??
      findOutdone(recognition) ??
      (drops ? (findLost(recognition) ?? findLeftOver(recognition)) : undefined)
    );
  },
};
