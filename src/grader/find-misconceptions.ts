import { allMisconceptions } from './misconceptions/all-misconceptions.ts';
import type { Recognition } from './misconceptions/misconception.ts';
import type { Finding } from './report.ts';

/** The mistakes that an exercise can recognise and that the evidence shows, when a check failed. */
export function findMisconceptions(recognition: Recognition): readonly Finding[] {
  if (recognition.checks.every((check) => check.state === 'passed')) return [];
  return allMisconceptions.flatMap((entry) => {
    if (!recognition.exercise.spec.misconceptions.includes(entry.id)) return [];
    const message = entry.recognise(recognition);
    if (message === undefined) return [];
    return [
      {
        misconception: entry.id,
        title: entry.title,
        message,
        ...(entry.lesson ? { lesson: entry.lesson } : {}),
      },
    ];
  });
}
