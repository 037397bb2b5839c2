import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LessonRead, readLesson } from '../course/read-lesson.ts';
import { type Made, rememberByText } from './check-memo.ts';
import { withKeptLessons } from './kept-lessons.ts';

const LESSON = `---
title: A lesson
---
<Sql id="one" expect={{ rows: 1, plan: [{ node: 'Seq Scan' }] }}>

\`\`\`sql
SELECT 1;
\`\`\`

</Sql>
`;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kept-lessons-'));
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(async () => {
  await writeFile(join(root, 'a.mdx'), LESSON);
  await rm(join(root, 'cache'), { recursive: true, force: true });
});

/** One run of a command: what it had to read, and what it made of it. */
async function run({ text = LESSON, version = '1' } = {}) {
  const lessons = new Map<string, Made<LessonRead>>();
  const read = rememberByText(lessons);
  let parsed = 0;
  const value = await withKeptLessons(
    { root, file: join(root, 'cache', 'lessons'), version },
    lessons,
    async () =>
      read('a.mdx', text, () => {
        parsed += 1;
        return readLesson('a.mdx', 'a', text);
      }),
  );
  return { parsed, value };
}

describe('lessons that were read before', () => {
  it('are the same, and not parsed again', async () => {
    const first = await run();
    expect(first).toMatchObject({ parsed: 1, value: { kind: 'ok' } });
    expect(await run()).toStrictEqual({ parsed: 0, value: first.value });
    expect(await readdir(join(root, 'cache'))).toEqual(['lessons']);
  });

  it('are parsed where their text has changed', async () => {
    await run();
    const { parsed, value } = await run({ text: LESSON.replace('SELECT 1', 'SELECT 2') });
    expect(parsed).toBe(1);
    expect(value).toMatchObject({ lesson: { blocks: [{ sql: 'SELECT 2;' }] } });
  });

  it('are parsed where other code reads them', async () => {
    await run();
    expect(await run({ version: '2' })).toMatchObject({ parsed: 1 });
  });

  it('are parsed where what is kept is damaged, or cannot be written', async () => {
    await run();
    const file = join(root, 'cache', 'lessons');
    await writeFile(file, (await readFile(file)).subarray(0, 100));
    expect(await run()).toMatchObject({ parsed: 1 });
    expect(await run()).toMatchObject({ parsed: 0 });
    await rm(join(root, 'cache'), { recursive: true });
    await writeFile(join(root, 'cache'), 'a file where the folder should be');
    expect(await run()).toMatchObject({ parsed: 1, value: { kind: 'ok' } });
  });

  it('are parsed each time where they cannot be read', async () => {
    const text = LESSON.replace('</Sql>', '');
    expect(await run({ text })).toMatchObject({ parsed: 1, value: { kind: 'unreadable' } });
    expect(await run({ text })).toMatchObject({ parsed: 1 });
  });

  it('are kept no longer than their files', async () => {
    await run();
    await rm(join(root, 'a.mdx'));
    await run();
    await writeFile(join(root, 'a.mdx'), LESSON);
    expect(await run()).toMatchObject({ parsed: 1 });
  });
});
