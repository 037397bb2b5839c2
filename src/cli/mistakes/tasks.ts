import { edit, inExercise, type Mistake } from './mistake.ts';
import { EXERCISE_FILE } from './sound-course.ts';

export const taskMistakes: readonly Mistake[] = [
  [
    'a dead link',
    inExercise('indexing/equality/', 'indexing/equalty/'),
    `${EXERCISE_FILE}:25:19: the link “../../learn/indexing/equalty/” leads to /learn/indexing/equalty/, and there is no such page. Fix: write ../../learn/indexing/equality/.`,
  ],
  [
    'an unknown term',
    inExercise('<Term>page</Term>', '<Term>pages</Term>'),
    `${EXERCISE_FILE}:25:67: the term “pages” is not in the glossary. Fix: write is="page", or add “pages” to glossary: in planwright.config.yaml.`,
  ],
  [
    'an unknown component',
    inExercise('<Term>page</Term>', '<Trm>page</Trm>'),
    `${EXERCISE_FILE}:25:67: <Trm> is no part of the lesson vocabulary. Fix: write <Term>.`,
  ],
  [
    'a picture that is not there',
    inExercise('Make it fast', '![A tree](tree.png)\n\nMake it fast'),
    `${EXERCISE_FILE}:25:1: there is no picture “tree.png”. Fix: put it into a folder exercises/_pictures and write ../_pictures/tree.png, or mend its name.`,
  ],
  [
    'a misspelt picture',
    () => ({
      ...edit(EXERCISE_FILE, 'Make it fast', '![A tree](../_pictures/tre.png)\n\nMake it fast'),
      'exercises/_pictures/tree.png': '',
    }),
    `${EXERCISE_FILE}:25:1: there is no picture “../_pictures/tre.png”. Fix: write ../_pictures/tree.png.`,
  ],
  [
    'an import that leads nowhere',
    inExercise('Make it fast', "import Tree from '../Tree.astro'\n\nMake it fast"),
    `${EXERCISE_FILE}:25:18: there is nothing to import at “../Tree.astro”. Fix: import a file that there is.`,
  ],
  [
    'a name in braces',
    inExercise('Make it fast', 'Make {it} fast'),
    `${EXERCISE_FILE}:25:7: what stands between { and } is the name “it”, which nothing gives a value. Fix: in prose put it into \`code\`, or write \\{ for {.`,
  ],
  [
    'a component in lower case',
    inExercise('<Term>page</Term>', '<term>page</term>'),
    `${EXERCISE_FILE}:25:67: <term> is no component, and nothing of HTML. Fix: write <Term>.`,
  ],
  [
    'sources',
    inExercise('Make it fast', '<Sources />\n\nMake it fast'),
    `${EXERCISE_FILE}:25:1: <Sources>: the front matter names no source. Fix: take it out.`,
  ],
];
