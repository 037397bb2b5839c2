import { files, inExercise, type Mistake } from './mistake.ts';
import { COURSE, EXERCISE_FILE, EXERCISE_FOLDER } from './sound-course.ts';

export const nameMistakes: readonly Mistake[] = [
  [
    'a dataset that is not there',
    inExercise('dataset: shop', 'dataset: shp'),
    `${EXERCISE_FILE}:10:10: there is no dataset “shp”. Fix: write shop.`,
  ],
  [
    'a module that is not there',
    inExercise('module: indexing', 'module: indexes'),
    `${EXERCISE_FILE}:5:9: there is no module “indexes”. Fix: name one of foundations, indexing.`,
  ],
  [
    'an extension that is not there',
    inExercise('task: tune', 'extensions: [pgtrgm]\ntask: tune'),
    `${EXERCISE_FILE}:11:14: there is no extension “pgtrgm” here. Fix: write pg_trgm.`,
  ],
  [
    'a misconception that is not there',
    inExercise('[wrong-leading-column]', '[wrong-leading-column, not-in-nul]'),
    `${EXERCISE_FILE}:22:40: “not-in-nul” is no misconception of the catalogue. Fix: write not-in-null.`,
  ],
  [
    'a table of access that is not there',
    inExercise('table: orders, via', 'table: order, via'),
    `${EXERCISE_FILE}:19:56: check “seeks” is about the table “order”, which the dataset shop lacks. Fix: write orders.`,
  ],
  [
    'a table of wal-per-row that is not there',
    inExercise('table: orders, at-most: +', 'table: lines, at-most: +'),
    `${EXERCISE_FILE}:21:45: check “writes” is about the table “lines”, which the dataset shop lacks. Fix: name one of orders.`,
  ],
  [
    'a query that is not there',
    inExercise('kind: buffers, of: by-customer', 'kind: buffers, of: by-customr'),
    `${EXERCISE_FILE}:20:37: check “pages” is about “by-customr”, which is no query. Fix: write by-customer.`,
  ],
  [
    'a check given twice',
    inExercise('id: writes', 'id: pages'),
    `${EXERCISE_FILE}:21:5: checks: a second “pages”. Fix: give it a name of its own.`,
  ],
  [
    'an order given twice',
    files(
      Object.fromEntries(
        Object.entries(COURSE)
          .filter(([path]) => path.startsWith(EXERCISE_FOLDER))
          .map(([path, text]) => [path.replace(EXERCISE_FOLDER, 'exercises/second'), text]),
      ),
    ),
    'exercises/second/exercise.mdx:6:8: order 10 in indexing is also that of customer-orders. Fix: give it another; gaps of ten leave room.',
  ],
  [
    'nothing allowed',
    inExercise('allow: [create-index]\n', ''),
    `${EXERCISE_FILE}:2:1: nothing is allowed, so nothing can be changed. Fix: allow: [create-index], say.`,
  ],
  [
    'no hidden parameters',
    inExercise('    hidden: select 7\n', ''),
    `${EXERCISE_FILE}:14:5: query “by-customer” has no hidden parameters. Fix: add hidden: a SELECT that returns some, so that an answer for the shown ones alone fails.`,
  ],
  [
    'too many parameters',
    inExercise('[[42]]', '[[42, 1]]'),
    `${EXERCISE_FILE}:16:13: query “by-customer” takes 1 parameter, but this row has 2. Fix: write 1 value in each row.`,
  ],
];
