import type { SqlError } from '../engine/engine.ts';
import { allMisconceptions } from './misconceptions/all-misconceptions.ts';
import type { Misconception, Recognition } from './misconceptions/misconception.ts';
import type { Finding } from './report.ts';

function toFinding(entry: Misconception, message: string): Finding {
  const { id, title, lesson } = entry;
  return { misconception: id, title, message, ...(lesson ? { lesson } : {}) };
}

/** The mistakes that PostgreSQL's own refusal of a statement shows. They need not be listed: the error names them. */
export function findInError(error: SqlError): readonly Finding[] {
  return allMisconceptions.flatMap((entry) => {
    const message = entry.recogniseError?.(error);
    return message === undefined ? [] : [toFinding(entry, message)];
  });
}

/** The mistakes that an exercise can recognise and that the evidence shows, when a check failed. */
export function findMisconceptions(recognition: Recognition): readonly Finding[] {
  if (recognition.checks.every((check) => check.state === 'passed')) return [];
  return allMisconceptions.flatMap((entry) => {
    if (!recognition.exercise.spec.misconceptions.includes(entry.id)) return [];
    const message = entry.recognise(recognition);
    if (message === undefined) return [];
    return [toFinding(entry, message)];
  });
}
