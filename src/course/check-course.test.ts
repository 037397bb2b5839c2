import { describe, expect, it } from 'vitest';
import { checkCourse } from './check-course.ts';
import { checkDatasets, checkFrontMatter } from './check-front-matter.ts';
import type { LessonSource } from './lesson-source.ts';
import { readLesson } from './read-lesson.ts';

const names = {
  vocabulary: [
    'Sql',
    'Figure',
    'Term',
    'Exercises',
    'Predict',
    'Choice',
    'Answer',
    'Recall',
    'Orm',
    'Prisma',
    'Cost',
  ],
  terms: ['page', 'b-tree', 'leaf page'],
  exercises: ['one-customers-orders'],
  pages: ['/', '/playground/'],
};

function lesson(body: string, { id = 'indexing/equality', order = 10 } = {}): LessonSource {
  const text = `---\ntitle: A lesson\norder: ${order}\ndataset: shop\n---\n\n${body}\n`;
  const read = readLesson(`content/${id}.mdx`, id, text);
  if (read.kind !== 'ok') throw new Error(read.errors[0]?.what);
  return read.lesson;
}

const sql = (id: string, more = '') =>
  `<Sql id="${id}" caption="A block" ${more}>\n\n\`\`\`sql\nselect 1\n\`\`\`\n\n</Sql>`;

const mistakesOf = (body: string) =>
  checkCourse([lesson(body)], names).map(({ line, what, fix }) => `${line}: ${what}. Fix: ${fix}.`);

describe('what a lesson names', () => {
  it('is accepted where it is there', () => {
    const body = [
      '## What it costs',
      '<Term>Page</Term> and <Term is="leaf page">leaves</Term>, <Term>`B-tree`</Term>.',
      sql('before'),
      sql('after', 'needs="before" expect={{ ratio: { to: \'before\', pagesAtLeast: 2 } }}'),
      '<Figure of="after" show="pages" /> [costs](#what-it-costs), [play](../../../playground/), [at](https://x.org/)',
      "<Exercises ids={['one-customers-orders']} />",
    ].join('\n\n');
    expect(mistakesOf(body)).toEqual([]);
  });

  it.each([
    ['<Term>pages</Term>', /^7: the term “pages” is not in the glossary. Fix: write is="page", or add/],
    [
      "<Exercises ids={['one-customer-orders']} />",
      /no exercise “one-customer-orders”. Fix: write “one-customers-orders”/,
    ],
    ['<Exercises ids={[]} />', /names no exercise/],
    ['<Note>x</Note>', /^7: <Note> is no part of the lesson vocabulary/],
    ['<Predct id="x">y</Predct>', /Fix: write <Predict>/],
    [`${sql('a')}\n\n${sql('a')}`, /^15: the id “a” is given twice, first on line 7/],
    [sql('a', 'needs="b"'), /block “a” needs “b”, and no block is called that/],
    [`${sql('a', 'needs="b"')}\n\n${sql('b')}`, /needs “b”, which does not stand before it/],
    [
      `${sql('a', "expect={{ error: '42P01' }}")}\n\n${sql('b', 'needs="a"')}`,
      /^15: block “b” needs “a”, which ends in an error/,
    ],
    [sql('a', "expect={{ ratio: { to: 'b', pagesAtLeast: 2 } }}"), /claims a ratio to “b”, and no block/],
    [sql('a', "expect={{ ratio: { to: 'a', pagesAtLeast: 2 } }}"), /which it is itself/],
    ['<Figure of="a" show="pages" />', /a figure is of “a”, and no block/],
    [`${sql('a')}\n\n<Figure of="a" show="page" />`, /^15: “page” is no figure/],
    [`${sql('a')}\n\n<Figure of="a" show="loops" />`, /a whole plan has no loops/],
    [`${sql('a')}\n\n<Figure of="a" show="cell" at="Limit" />`, /a node has no cell/],
    [
      '[x](../equalty/)',
      /^7: .*leads to \/learn\/indexing\/equalty\/, and there is no such page. Fix: write .\//,
    ],
    [
      '[x](/playground/)',
      /does not work where the site is served from a sub-path. Fix: write ..\/..\/..\/playground\//,
    ],
    ['[x](../../../exercises/none/)', /leads to \/exercises\/none\//],
    ['<a href="../nothing/">x</a>', /leads to \/learn\/indexing\/nothing\//],
    ['## What it costs\n\n[x](#what-it-cost)', /^9: .*no such place. Fix: write #what-it-costs/],
    ['<Recall question="">x</Recall>', /<Recall>: it asks nothing/],
    ['<Cost></Cost>', /<Cost>: it is empty/],
    ['<Orm><Prisma>x</Prisma></Orm>', /<Orm>: it holds 1 forms/],
    [
      '<Predict id="p">q <Choice>1</Choice><Choice>2</Choice><Answer>a</Answer></Predict>',
      /0 choices of “p” are right/,
    ],
  ])('is a mistake where it is not: %s', (body, expected) => {
    const mistakes = mistakesOf(body);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(expected);
  });

  it('may be an own component, where it is imported', () => {
    expect(mistakesOf("import Chart from './chart.astro'\n\n<Chart />")).toEqual([]);
  });

  it('lets blocks follow that a setup block prepares', () => {
    expect(mistakesOf(`${sql('a', 'needs="b"')}\n\n${sql('b', 'setup')}`)).toEqual([]);
  });
});

describe('what lessons say of each other', () => {
  it('finds a dead anchor in another lesson', () => {
    const here = lesson('[x](../covering/#costs) [y](../covering/#include)');
    const there = lesson('## Include', { id: 'indexing/covering', order: 20 });
    expect(checkCourse([here, there], names)).toMatchObject(
      [{ file: here.file, line: 7, what: /./ }].map(({ file, line }) => ({ file, line })),
    );
  });

  it('finds an order given twice in a module, at its line', () => {
    const lessons = [lesson(''), lesson('', { id: 'plans/first' }), lesson('', { id: 'indexing/second' })];
    expect(checkCourse(lessons, names)).toEqual([
      {
        file: 'content/indexing/second.mdx',
        line: 3,
        what: 'order 10 is also that of content/indexing/equality.mdx',
        fix: 'give it another; gaps of ten leave room',
      },
    ]);
  });
});

it('names what the front matter lacks, and unknown keys at their line', () => {
  const text = '---\ntitle: A lesson\nminuets: 3\nconcepts: [Partial Index]\n---\n';
  const read = readLesson('a.mdx', 'a/a', text);
  if (read.kind !== 'ok') throw new Error('unreadable');
  const mistakes = checkFrontMatter(read.lesson);
  expect(mistakes.find(({ what }) => what.includes('minuets'))).toMatchObject({
    line: 3,
    fix: 'write “minutes”',
  });
  expect(mistakes.map(({ what }) => what)).toContain('front matter: “description” is missing');
  expect(mistakes.map(({ what }) => what)).toContain(
    'front matter: the first entry of concepts: must be kebab-case: lower-case words joined by hyphens',
  );
});

describe('a dataset that there is none of', () => {
  const datasets = ['empty', 'shop', 'saas'];
  const said = (front: string, ...blocks: readonly string[]) => {
    const sql = blocks.map(
      (more, at) => `<Sql id="b${at}" caption="x"${more}>\n\n\`\`\`sql\nselect 1\n\`\`\`\n\n</Sql>\n`,
    );
    const read = readLesson('a.mdx', 'a/a', `---\ntitle: A\n${front}---\n\n${sql.join('\n')}`);
    if (read.kind !== 'ok') throw new Error('unreadable');
    return checkDatasets(read.lesson, datasets).map(({ line, what, fix }) => `${line}: ${what}. ${fix}`);
  };

  it('is told once at the front matter’s line, however many blocks run on it', () => {
    expect(said('dataset: shp\n', '', '')).toEqual(['3: there is no dataset “shp”. write shop']);
  });

  it('is told of a block at its own line, with what there is', () => {
    expect(said('dataset: shop\n', '', ' dataset="flights"')).toEqual([
      '14: there is no dataset “flights”. name one of shop, saas; or empty, which has no tables',
    ]);
  });

  it('is missing where a block needs it, and only there', () => {
    expect(said('', ' dataset="saas"', '')).toEqual([
      '1: the front matter names no dataset for the block “b1” to run on. add dataset: to it, and name one of shop, saas; or empty, which has no tables',
    ]);
    expect(said('', ' dataset="saas"', ' dataset="empty"')).toEqual([]);
  });
});
