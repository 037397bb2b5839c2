import { nearest } from '../exercise/issue-in-words.ts';
import type { ComponentUse, LessonSource, SourceError } from './lesson-source.ts';

type Mistake = readonly [what: string, fix: string];

const idPattern = /^[a-z][a-z0-9-]*$/;

function textIn({ attributes }: ComponentUse, name: string): string {
  const value = attributes[name];
  return typeof value === 'string' ? value : '';
}

const count = ({ inside }: ComponentUse, names: readonly string[]): number =>
  inside.filter(({ name }) => names.includes(name)).length;

function checkSql(use: ComponentUse): readonly Mistake[] {
  const id = textIn(use, 'id');
  return [
    ...(idPattern.test(id)
      ? []
      : [['a block has no id in kebab-case', 'write id="before-the-index"'] as const]),
    ...(textIn(use, 'caption') === ''
      ? [
          [
            `the block “${id}” has no caption`,
            'say in a few words what it shows: caption="Orders of one customer"',
          ] as const,
        ]
      : []),
  ];
}

function checkReplies(id: string, choices: readonly ComponentUse[]): readonly Mistake[] {
  const replying = choices.filter(({ attributes }) => 'reply' in attributes);
  const mistakes: Mistake[] = [];
  if (replying.some(({ attributes }) => attributes.correct === true))
    mistakes.push([
      `the right choice of “${id}” has a reply`,
      'write it into <Answer>, which every reader is shown',
    ]);
  if (replying.some((choice) => textIn(choice, 'reply').trim() === ''))
    mistakes.push([
      `a choice of “${id}” has a reply that says nothing`,
      'write reply="where that goes wrong", or take it out',
    ]);
  return mistakes;
}

function checkPredict(use: ComponentUse): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const choices = use.inside.filter(({ name }) => name === 'Choice');
  const right = choices.filter(({ attributes }) => attributes.correct === true).length;
  const id = textIn(use, 'id');
  if (!idPattern.test(id)) mistakes.push(['a prediction has no id in kebab-case', 'write id="which-scan"']);
  if (choices.length < 2)
    mistakes.push([`the prediction “${id}” has ${choices.length} choices`, 'give two to five <Choice>']);
  if (right !== 1) mistakes.push([`${right} choices of “${id}” are right`, 'mark one with <Choice correct>']);
  mistakes.push(...checkReplies(id, choices));
  if (count(use, ['Answer']) === 0)
    mistakes.push([`the prediction “${id}” does not explain`, 'add <Answer>why it is so</Answer>']);
  return mistakes;
}

function checkRecall(use: ComponentUse): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  if (textIn(use, 'question') === '')
    mistakes.push(['it asks nothing', 'write <Recall question="...">the answer</Recall>']);
  if (use.text === '') mistakes.push(['it has no answer', 'write the answer between the tags']);
  return mistakes;
}

function checkOrm(use: ComponentUse): readonly Mistake[] {
  const forms = count(use, ['Prisma', 'Drizzle', 'SqlForm']);
  if (forms >= 2) return [];
  return [[`it holds ${forms} forms`, 'put at least two of <Prisma>, <Drizzle>, <SqlForm> into it']];
}

function checkAside(use: ComponentUse): readonly Mistake[] {
  if (use.text !== '') return [];
  return [
    ['it is empty', `write the text between <${use.name}> and </${use.name}>, with empty lines around it`],
  ];
}

function checkSources({ frontMatter, route }: LessonSource): readonly Mistake[] {
  const sources: unknown =
    typeof frontMatter === 'object' && frontMatter !== null ? Reflect.get(frontMatter, 'sources') : undefined;
  if (Array.isArray(sources) && sources.length > 0) return [];
  const fix = route.startsWith('/learn/') ? 'add sources: with title and url, or take it out' : 'take it out';
  return [['the front matter names no source', fix]];
}

const rules: Readonly<Record<string, (use: ComponentUse) => readonly Mistake[]>> = {
  Sql: checkSql,
  Predict: checkPredict,
  Recall: checkRecall,
  Orm: checkOrm,
  Myth: checkAside,
  Cost: checkAside,
  OnAServer: checkAside,
};

/** Components that nothing is known of, and known ones that lack what they need. */
export function checkComponents(lesson: LessonSource, vocabulary: readonly string[]): readonly SourceError[] {
  const { file } = lesson;
  return lesson.components.flatMap((use) => {
    const { name, line, column } = use;
    if (lesson.imported.includes(name)) return [];
    if (!vocabulary.includes(name)) {
      const near = nearest(name, vocabulary);
      const fix = near === undefined ? `use one of ${vocabulary.join(', ')}` : `write <${near}>`;
      return [{ file, line, column, what: `<${name}> is no part of the lesson vocabulary`, fix }];
    }
    const mistakes = name === 'Sources' ? checkSources(lesson) : (rules[name]?.(use) ?? []);
    return mistakes.map(([what, fix]) => ({ file, line, column, what: `<${name}>: ${what}`, fix }));
  });
}

/** Ids that two blocks or predictions of a lesson share. */
export function checkIds(lesson: LessonSource): readonly SourceError[] {
  const first = new Map<string, number>();
  return lesson.components.flatMap((use) => {
    const id = textIn(use, 'id');
    if ((use.name !== 'Sql' && use.name !== 'Predict') || id === '') return [];
    const before = first.get(id);
    first.set(id, before ?? use.line);
    if (before === undefined) return [];
    const what = `the id “${id}” is given twice, first on line ${before}`;
    return [{ file: lesson.file, line: use.line, column: use.column, what, fix: 'rename one of them' }];
  });
}
