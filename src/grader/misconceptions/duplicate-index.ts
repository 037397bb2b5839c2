import type { IndexEvidence } from '../../checks/evidence.ts';
import { formatBytes } from '../../plan/format-figures.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { createdIndexes } from './read-query.ts';

/** Whether everything that one index can find, the other finds as well. */
function covers(other: IndexEvidence, index: IndexEvidence): boolean {
  if (other.name === index.name || other.table !== index.table || other.method !== index.method) return false;
  if (other.predicate !== index.predicate || (index.unique && !other.unique)) return false;
  return index.columns.every((column, at) => other.columns[at] === column);
}

function isConstraint(index: IndexEvidence): boolean {
  return index.unique;
}

function inWords(index: IndexEvidence): string {
  return `${index.name} (${index.columns.join(', ')}, ${formatBytes(index.bytes)})`;
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

function findLeftOver({ evidence }: Recognition): string | undefined {
  const { indexes } = evidence.submission;
  for (const index of indexes.filter((one) => !isConstraint(one))) {
    const other = indexes.find((one) => covers(one, index));
    if (other)
      return `${inWords(index)} is still there beside ${inWords(other)}. An index on (a, b) finds everything that one on (a) finds, so the shorter one costs ${formatBytes(index.bytes)} and a part of every write for nothing.`;
  }
  return undefined;
}

/** Of two that overlap, both went, or the one that can do more. */
function findLost({ evidence }: Recognition): string | undefined {
  const left = evidence.submission.indexes;
  const gone = evidence.start.indexes.filter(({ name }) => !left.some((one) => one.name === name));
  for (const index of gone) {
    const pair = evidence.start.indexes.find((one) => covers(one, index) || covers(index, one));
    if (!pair || left.some((one) => covers(one, index))) continue;
    if (index.unique && !pair.unique && index.columns.length === pair.columns.length) {
      return `${inWords(index)} and ${inWords(pair)} find the same rows, and only the first of them also refuses a second row with the same ${index.columns.join(', ')}. You dropped that one.`;
    }
    const twin = gone.some(({ name }) => name === pair.name);
    return twin
      ? `${inWords(index)} and ${inWords(pair)} repeated one another, and you dropped both. Each of them was superfluous as long as the other was there; now no index begins with ${index.columns[0]}.`
      : `Of ${inWords(index)} and ${inWords(pair)} the longer one can do everything that the shorter one can, and not the other way round. You dropped the longer one, and ${index.columns.slice(pair.columns.length).join(', ')} is in order nowhere now.`;
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
      findDuplicate(recognition) ?? (drops ? (findLeftOver(recognition) ?? findLost(recognition)) : undefined)
    );
  },
};
