import { spawnSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Files that nobody should have to read, for tests: broken, huge, misleading, or meant to do harm. */

function answers(learner: unknown, list: unknown, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ format: 1, kind: 'planwright-answers', learner, answers: list, ...more });
}

const one = (exercise: string, sql: string) => [{ exercise, sql }];

/** Contents by a word that says what is wrong with them. `%` in a name is replaced by the file's number. */
const CONTENTS: readonly (readonly [what: string, content: string | Uint8Array])[] = [
  ['empty', ''],
  ['white', ' \n\t'],
  ['binary', Uint8Array.from({ length: 4096 }, (_, at) => (at * 197) % 256)],
  ['nul', '{"format":1,\0"kind":"planwright-answers"}'],
  ['utf16', Buffer.from('\uFEFF{"format":1}', 'utf16le')],
  ['deep', '['.repeat(300_000)],
  ['deep-object', '{"a":'.repeat(100_000)],
  ['deep-inside', answers('x', JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`))],
  ['cut', answers('x', one('a', 'select 1')).slice(0, -20)],
  ['array', '[1,2,3]'],
  ['number', '1e999'],
  ['text', '"planwright-answers"'],
  ['null', 'null'],
  ['newer', '{"format":99,"kind":"planwright-answers"}'],
  ['other-kind', '{"format":1,"kind":"something-else"}'],
  ['wrong-types', answers(7, 'none')],
  ['wrong-answer-types', answers('x', [{ exercise: {}, sql: 3 }])],
  ['proto', '{"__proto__":{"kind":"planwright-answers"},"constructor":{"prototype":{}}}'],
  ['huge-name', answers('x'.repeat(500_000), [])],
  ['huge-sql', answers('x', one('a', 'x'.repeat(900_000)))],
  [
    'too-many',
    answers(
      'x',
      Array.from({ length: 5000 }, () => one('a', 'b')[0]),
    ),
  ],
  ['oversize', 'x'.repeat(2 * 1024 * 1024)],
  ['no-answers', answers('x', [])],
  ['html', '<!doctype html><script>alert(1)</script>'],
  ['zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0)],
  ['gzip-bomb', gzipSync(Buffer.alloc(20 * 1024 * 1024))],
  ['utf16-cut', Buffer.from('\uFEFF{"format":1', 'utf16le').subarray(0, 15)],
  ['surrogate', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
  ['twice', answers('x', one('a', 'b')).repeat(2)],
  ['single-quotes', answers('x', []).replaceAll('"', "'")],
  [
    'verdict-only',
    '{"format":1,"exercises":{"a":{"state":"passed","tries":1}},"lessons":{},"predictions":{}}',
  ],
];

export const HOSTILE_CONTENTS = CONTENTS.length;

/** Writes so many hostile files below a folder and returns their paths inside it. */
export async function writeHostileFiles(folder: string, count: number): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const [what, content] = CONTENTS[at % CONTENTS.length] ?? ['empty', ''];
    const path = at % 7 === 3 ? `${what}-${at}/hand in.json` : `${what}-${at}.json`;
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
    paths.push(path);
  }
  return paths;
}

/** Links, pipes and names that are no plain files; the paths that have to have a line. */
export async function writeOddEntries(folder: string): Promise<readonly string[]> {
  await symlink('/etc/passwd', join(folder, 'link.json'));
  await symlink('..', join(folder, 'up'));
  await symlink('/nowhere/at/all', join(folder, 'dangling.json'));
  await mkdir(join(folder, 'a-folder.json'));
  const piped = spawnSync('mkfifo', [join(folder, 'pipe.json')]).status === 0;
  const names = ['=1+1.json', '-rf.json', '<img src=x onerror=alert(1)>.json', 'new\nline.json', '‮gnp.json'];
  for (const name of names) await writeFile(join(folder, name), 'not JSON');
  return ['link.json', 'up', 'dangling.json', 'a-folder.json', ...(piped ? ['pipe.json'] : []), ...names];
}
