import { createHash } from 'node:crypto';
import type { Exercise } from '../exercise/exercise.ts';

/** The name of the file with the author's answer, which holds a hash of it, without its ending. */
export function answerName({ solution }: Exercise): string {
  return `answer.${createHash('sha256').update(solution).digest('hex').slice(0, 12)}`;
}

/** Where the answer lies, from the site's root. No page has it: it is fetched by who has passed and asks for it. */
export function answerPath(exercise: Exercise): string {
  return `exercises/${exercise.id}/${answerName(exercise)}.json`;
}
