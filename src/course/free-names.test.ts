import { expect, test } from 'vitest';
import { readLesson } from './read-lesson.ts';

const head = '---\ntitle: A\n---\n\n';

function freeNames(text: string): readonly string[] {
  const { errors } = readLesson('a.mdx', 'm/a', `${head}${text}\n`);
  return errors.map(({ line, column, what }) => `${line}:${column} ${/“(.*)”/.exec(what)?.[1]}`);
}

test('names that nothing gives a value are found wherever JavaScript stands', () => {
  expect(freeNames('{a}\n\nOf {b.c} and {[d]} and <i {...e}>x</i>.')).toEqual([
    '5:2 a',
    '7:5 b',
    '7:16 d',
    '7:31 e',
  ]);
  expect(freeNames('export const a = b')).toEqual(['5:18 b']);
  expect(freeNames('{((a, { b = c }) => a + b)(1, {})}')).toEqual(['5:13 c']);
});

test('names that there are, are no mistake', () => {
  const text = `import X, { y as z } from './x.ts'
export const [one, { two }] = [1, { two: 2 }]
export function three() { return one }

{X}{z}{one}{two}{three()}{props.a}{frontmatter.title}{Math.max(1, 2)}{undefined}{/* a */}
{[1].map((n) => { const m = n; return { a: m }.a })}{typeof a}{'a'.length}{import.meta.env.DEV}`;
  expect(freeNames(text)).toEqual([]);
});
