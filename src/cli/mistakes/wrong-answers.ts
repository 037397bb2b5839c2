import { files, inExercise, type Mistake } from './mistake.ts';
import { EXERCISE_FILE, EXERCISE_FOLDER } from './sound-course.ts';

export const wrongAnswers: readonly Mistake[] = [
  [
    'no first line',
    files({ [`${EXERCISE_FOLDER}/wrong/c.sql`]: 'create index on orders (id);' }),
    `${EXERCISE_FOLDER}/wrong/c.sql:1:1: the first line does not say which check must fail. Fix: begin the file with: -- fails: <check-id>.`,
  ],
  [
    'a check that is none',
    files({ [`${EXERCISE_FOLDER}/wrong/c.sql`]: '-- fails: write\nselect 1;' }),
    `${EXERCISE_FOLDER}/wrong/c.sql:1:1: “write” is no check of this exercise. Fix: write writes.`,
  ],
  [
    'a misconception that is not listed',
    inExercise('[wrong-leading-column]', '[low-selectivity]'),
    `${EXERCISE_FOLDER}/wrong/a.sql:1:1: “wrong-leading-column” is not among the misconceptions of this exercise. Fix: add it to misconceptions: in exercise.mdx, or name one that is there.`,
  ],
  [
    'too few of them',
    files({ [`${EXERCISE_FOLDER}/wrong/c.sql`]: undefined }),
    `${EXERCISE_FILE}:2:1: there are 2 wrong answers. Fix: write at least 3 in wrong/.`,
  ],
];
