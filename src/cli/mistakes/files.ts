import { edit, files, inExercise, inLatin1, LINK, type Mistake } from './mistake.ts';
import {
  COURSE,
  DATASET_FILE,
  EXERCISE,
  EXERCISE_FILE,
  EXERCISE_FOLDER,
  LESSON,
  LESSON_FILE,
} from './sound-course.ts';

export const fileMistakes: readonly Mistake[] = [
  [
    'a missing file',
    files({ [`${EXERCISE_FOLDER}/solution.sql`]: undefined }),
    `${EXERCISE_FOLDER}/solution.sql:1:1: this file is missing. Fix: add it; an exercise has exercise.mdx, start.sql and solution.sql.`,
  ],
  [
    'a misspelt file',
    files({ [`${EXERCISE_FOLDER}/setups.sql`]: 'select 1;' }),
    `${EXERCISE_FOLDER}/setups.sql:1:1: this file has no place in an exercise. Fix: rename it to setup.sql.`,
  ],
  [
    'an unexpected file',
    files({ [`${EXERCISE_FOLDER}/notes.txt`]: 'x' }),
    `${EXERCISE_FOLDER}/notes.txt:1:1: this file has no place in an exercise. Fix: remove it, or move it to also/<kebab-case>.sql or wrong/<kebab-case>.sql.`,
  ],
  [
    'an empty file',
    files({ [`${EXERCISE_FOLDER}/also/two.sql`]: ' \n' }),
    `${EXERCISE_FOLDER}/also/two.sql:1:1: this file is empty. Fix: write the SQL, or remove the file.`,
  ],
  [
    'a folder that is no id',
    files({
      ...Object.fromEntries(
        Object.entries(COURSE).map(([path, text]) => [
          path.replace(EXERCISE_FOLDER, 'exercises/My_Orders'),
          text,
        ]),
      ),
      ...Object.fromEntries(
        Object.keys(COURSE)
          .filter((path) => path.startsWith(EXERCISE_FOLDER))
          .map((path) => [path, undefined]),
      ),
    }),
    'exercises/My_Orders/exercise.mdx:1:1: the folder’s name, “My_Orders”, is no id. Fix: rename it to lower-case words joined by hyphens.',
  ],
  [
    'a lesson in Latin-1',
    inLatin1(LESSON_FILE, 'It reads', 'Café: it reads'),
    `${LESSON_FILE}:22:4: this is not UTF-8. Fix: save the file as UTF-8.`,
  ],
  [
    'a task in UTF-16',
    files({ [EXERCISE_FILE]: Buffer.from(`\uFEFF${EXERCISE}`, 'utf16le') }),
    `${EXERCISE_FILE}:1:1: this is not UTF-8. Fix: save the file as UTF-8.`,
  ],
  [
    'an answer in UTF-16 without a mark',
    files({ [`${EXERCISE_FOLDER}/also/two.sql`]: Buffer.from('select 1', 'utf16le') }),
    `${EXERCISE_FOLDER}/also/two.sql:1:2: this is not UTF-8. Fix: save the file as UTF-8.`,
  ],
  [
    'a description of a dataset in Latin-1',
    inLatin1(DATASET_FILE, 'A shop', 'Un café'),
    `${DATASET_FILE}:4:16: this is not UTF-8. Fix: save the file as UTF-8.`,
  ],
  [
    'a course file in Latin-1',
    files({ 'planwright.config.yaml': Buffer.from('format: 1\ntitle: Café\n', 'latin1') }),
    'planwright.config.yaml:2:11: this is not UTF-8. Fix: save the file as UTF-8.',
  ],
  [
    'a link to a lesson',
    files({ 'content/indexing/linked.mdx': LINK }),
    'content/indexing/linked.mdx:1:1: this is a symbolic link, which is not followed. Fix: put the file itself here.',
  ],
  [
    'a link to an exercise',
    files({ 'exercises/linked': LINK }),
    'exercises/linked:1:1: this is a symbolic link, which is not followed. Fix: put the file itself here.',
  ],
  [
    'a file beside the lessons',
    files({ 'content/indexing/notes.txt': 'x' }),
    'content/indexing/notes.txt:1:1: this file is no lesson. Fix: name it <lesson>.mdx, or let its name begin with an underscore.',
  ],
  [
    'a lesson of no module',
    files({
      'content/loose.mdx': LESSON.replace('order: 10', 'order: 99').replace(
        '[pages](#what-it-costs)',
        'pages',
      ),
    }),
    'content/loose.mdx:1:1: a lesson stands in the folder of its module. Fix: move it to content/<module>/<lesson>.mdx.',
  ],
  [
    'a dataset without data',
    files({ 'exercises/_datasets/shop/seed.sql': undefined }),
    'exercises/_datasets/shop/seed.sql:1:1: this file is missing. Fix: add it; a dataset is made from seed.sql, from dump.sql (pg_dump in plain form) or from csv/*.csv.',
  ],
  [
    'a dataset without a description',
    files({ [DATASET_FILE]: undefined }),
    `${DATASET_FILE}:1:1: this file is missing. Fix: add it: it says what is in the dataset.`,
  ],
  [
    'a dataset called otherwise',
    () => edit(DATASET_FILE, 'name: shop', 'name: shops'),
    `${DATASET_FILE}:2:7: the dataset is called “shops”, but its folder “shop”. Fix: write name: shop.`,
  ],
  [
    'what a scaffold left to write',
    inExercise('Make it fast', 'TODO: say what is slow'),
    `${EXERCISE_FILE}:25:1: this is still to be written: say what is slow: see [the lesson](../../learn/indexing/equality/) on. Fix: write it in place of the line that says TODO.`,
  ],
];
