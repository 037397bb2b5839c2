import { expect, test } from 'vitest';
import { checkImports } from './check-imports.ts';

const THERE = ['node_modules/d3-scale', 'src/lesson/Sql.astro', '../own/node_modules/chart'];

function problemsIn(file: string, url: string): number {
  const files = {
    content: new Map<string, string>(),
    folders: { content: file.replace(/\/m\/.*/, ''), exercises: 'exercises' },
    isThere: (path: string) => THERE.includes(path),
    project: '',
  };
  return checkImports({ file, imports: [{ url, line: 1, column: 1 }] }, files).length;
}

test('a package is looked for in the folders around the file that imports it', () => {
  expect(problemsIn('content/m/a.mdx', 'd3-scale/one')).toBe(0);
  expect(problemsIn('../own/lessons/m/a.mdx', 'chart')).toBe(0);
  // The build looks nowhere else either.
  expect(problemsIn('../own/lessons/m/a.mdx', 'd3-scale')).toBe(1);
});

test('a path from / is seen from Planwright’s own folder', () => {
  expect(problemsIn('../own/lessons/m/a.mdx', '/src/lesson/Sql.astro')).toBe(0);
  expect(problemsIn('../own/lessons/m/a.mdx', '/src/lesson/Sq.astro')).toBe(1);
});
