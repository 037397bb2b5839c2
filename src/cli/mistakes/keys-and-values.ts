import { edit, files, inExercise, type Mistake } from './mistake.ts';
import { DATASET_FILE, EXERCISE, EXERCISE_FILE } from './sound-course.ts';

export const keysAndValues: readonly Mistake[] = [
  [
    'a misspelt key',
    inExercise('minutes: 5', 'minuts: 5'),
    `${EXERCISE_FILE}:8:1: “minuts” is no key. Fix: write “minutes”.`,
  ],
  [
    'a missing key',
    inExercise('minutes: 5\n', ''),
    `${EXERCISE_FILE}:2:1: “minutes” is missing. Fix: add minutes: with a value.`,
  ],
  [
    'a key of a query',
    inExercise('    hidden:', '    hiden:'),
    `${EXERCISE_FILE}:17:5: “hiden” is no key of the first query (“by-customer”). Fix: write “hidden”.`,
  ],
  [
    'a key of a check',
    inExercise('via: index }', 'va: index }'),
    `${EXERCISE_FILE}:19:64: “va” is no key of the first check (“seeks”). Fix: write “via”.`,
  ],
  [
    'a value that is none',
    inExercise('task: tune', 'task: tun'),
    `${EXERCISE_FILE}:11:7: task cannot be “tun”. Fix: write tune.`,
  ],
  [
    'a kind that is none',
    inExercise('kind: access', 'kind: acces'),
    `${EXERCISE_FILE}:19:24: kind of the first check (“seeks”) cannot be “acces”. Fix: write access.`,
  ],
  [
    'a value inside a list of lists',
    inExercise('[[42]]', '[[42], [{}]]'),
    `${EXERCISE_FILE}:16:20: the first value of the second shown row of the first query (“by-customer”): takes text, or takes a number, or takes true or false, or takes null. Fix: change it; it is {} now.`,
  ],
  [
    'a check without a name',
    inExercise('{ id: pages, kind: buffers', '{ kind: buffers'),
    `${EXERCISE_FILE}:20:5: “id” is missing in the second check (kind buffers). Fix: add id: with a value.`,
  ],
  [
    'an amount that is none',
    inExercise('+40%', '40%'),
    `${EXERCISE_FILE}:21:62: at-most of the third check (“writes”): a signed percentage, such as +40%. Fix: change it; it is “40%” now.`,
  ],
  [
    'an amount that is a number',
    inExercise('+40%', '40'),
    `${EXERCISE_FILE}:21:62: at-most of the third check (“writes”): a signed percentage, such as +40%. Fix: change it; it is 40 now.`,
  ],
  [
    'a key given twice',
    inExercise('minutes: 5', 'minutes: 5\nmodule: foundations'),
    `${EXERCISE_FILE}:9:1: “module” stands there twice. Fix: take one of them out.`,
  ],
  [
    'an empty front matter',
    files({ [EXERCISE_FILE]: '---\n---\n\nMake it fast.\n' }),
    `${EXERCISE_FILE}:1:1: the front matter is empty. Fix: write its keys: format, title, summary, module, order, difficulty, minutes, concepts, dataset, extensions, task, allow, workload, variants, equivalent-mutants, checks, hints, misconceptions.`,
  ],
  [
    'an empty course file',
    files({ 'planwright.config.yaml': '# nothing yet\n' }),
    'planwright.config.yaml:1:1: this file is empty. Fix: write its keys: format, title, description, colour, content, exercises, modules, leave-out, glossary.',
  ],
  [
    'no query',
    inExercise(
      '  - id: by-customer\n    sql: select id from orders where customer_id = $1\n    shown: [[42]]\n    hidden: select 7\n',
      '  []\n',
    ),
    `${EXERCISE_FILE}:16:36: check “seeks” is about “by-customer”, which is no query. Fix: there is none yet: add one.`,
  ],
  [
    'YAML that cannot be read',
    inExercise('title: One', 'title: : One'),
    `${EXERCISE_FILE}:3:8: the YAML cannot be read: Nested mappings are not allowed in compact mappings. Fix: mend it there; quote text that holds : or #.`,
  ],
  [
    'tabs',
    inExercise('  - id: by-customer', '\t- id: by-customer'),
    `${EXERCISE_FILE}:14:1: the YAML cannot be read: Tabs are not allowed as indentation. Fix: indent with spaces.`,
  ],
  [
    'a number in quotes',
    inExercise('minutes: 5', 'minutes: "5"'),
    `${EXERCISE_FILE}:8:10: minutes: takes a number. Fix: write 5 without quotes.`,
  ],
  [
    'a number that is too large',
    inExercise('difficulty: 1', 'difficulty: 6'),
    `${EXERCISE_FILE}:7:13: difficulty: takes at most 5. Fix: change it; it is 6 now.`,
  ],
  [
    'one thing where a list is wanted',
    inExercise('[b-tree, equality]', 'b-tree'),
    `${EXERCISE_FILE}:9:11: concepts: takes a list. Fix: write it in brackets: [b-tree].`,
  ],
  [
    'SQL in place of a word',
    inExercise('[create-index]', '[CREATE INDEX]'),
    `${EXERCISE_FILE}:12:9: the first entry of allow cannot be “CREATE INDEX”. Fix: write create-index.`,
  ],
  [
    'a comma in a number',
    () => edit(DATASET_FILE, 'rows: 10', 'rows: 10,000'),
    `${DATASET_FILE}:7:5: “0” is no key of the first table (“orders”). Fix: write large numbers without a comma: 10000.`,
  ],
  [
    'front matter without an end',
    inExercise('misconceptions: [wrong-leading-column]\n---', 'misconceptions: [wrong-leading-column]'),
    `${EXERCISE_FILE}:1:1: the front matter has no end. Fix: write --- on a line of its own below the last key.`,
  ],
  [
    'an empty line before the front matter',
    files({ [EXERCISE_FILE]: `\n${EXERCISE}` }),
    `${EXERCISE_FILE}:1:1: the front matter does not begin the file. Fix: take out what stands before the first ---.`,
  ],
  [
    'a byte order mark',
    files({ [EXERCISE_FILE]: `\uFEFF${EXERCISE}` }),
    `${EXERCISE_FILE}:1:1: the file begins with an invisible byte order mark. Fix: save it as UTF-8 without BOM.`,
  ],
  [
    'no front matter',
    files({ [EXERCISE_FILE]: 'Hello\n' }),
    `${EXERCISE_FILE}:1:1: there is no front matter. Fix: begin the file with ---, keys, and ---.`,
  ],
  [
    'no task',
    inExercise(
      '\nMake it fast: see [the lesson](../../learn/indexing/equality/) on <Term>page</Term>s.\n',
      '',
    ),
    `${EXERCISE_FILE}:1:1: there is no task. Fix: say below the front matter what is asked.`,
  ],
];
