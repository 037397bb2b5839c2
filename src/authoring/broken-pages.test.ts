import { createServer, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type FoundSoFar, showBroken } from './broken-pages.ts';
import { type Finding, newInWords } from './findings.ts';

const FOUND: Finding = {
  file: 'tasks/late/exercise.mdx',
  line: 8,
  what: 'difficulty: takes a number',
  fix: 'change it; it is “<nine>” now',
  anchor: '',
};

let close = (): void => {};
afterEach(() => close());

/** What a page answers in a course in which this was found, where the site itself answers this. */
async function page(
  path: string,
  found: readonly Finding[],
  site: (response: ServerResponse) => void,
  later: readonly Finding[] = found,
) {
  let known = found;
  const course: FoundSoFar = {
    found: () => known,
    round: () => 'one',
    nextRound: async () => {
      known = later;
    },
  };
  const middleware = showBroken(course, '/base');
  const server = createServer((request, response) => middleware(request, response, () => site(response)));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  close = () => void server.close();
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept: 'text/html' } });
  return { status: answer.status, text: await answer.text() };
}

const fails = (status: number) => (response: ServerResponse) => {
  response.writeHead(status, { 'Content-Length': 5 });
  response.write('a');
  response.end('fail');
};
const works = (response: ServerResponse) => response.end('works');
const SENTENCE =
  /<code>tasks\/late\/exercise\.mdx:8:1<\/code><br>difficulty: takes a number\.<br>Fix: .*“&lt;nine>” now\./;

describe('a page that cannot be shown', () => {
  it('says what the check found about it, where it fails and where it is not there', async () => {
    for (const status of [404, 500]) {
      const { text } = await page('/base/exercises/late/', [FOUND], fails(status));
      expect(text).toMatch(SENTENCE);
      close();
    }
  });

  it('waits for what the check has not told yet', async () => {
    expect((await page('/base/exercises/late/', [], fails(500), [FOUND])).text).toMatch(SENTENCE);
  });

  it('says what was found elsewhere, where nothing was found about it and it fails', async () => {
    expect((await page('/base/', [FOUND], fails(500))).text).toMatch(SENTENCE);
  });

  it('says what is wrong with the course file where it is not there', async () => {
    const found = { ...FOUND, file: '../course/planwright.config.yaml' };
    expect((await page('/base/exercises/late/', [found], fails(404))).text).toContain(
      'planwright.config.yaml:8:1',
    );
    const data = { ...FOUND, file: 'tasks/_datasets/d/dataset.yaml' };
    expect((await page('/base/exercises/late/', [data], fails(404))).text).toBe('afail');
  });

  it('is as it was where nothing explains it, and where there is no such page', async () => {
    expect(await page('/base/', [], fails(500))).toEqual({ status: 500, text: 'afail' });
    expect(await page('/base/nowhere/', [FOUND], fails(404))).toEqual({ status: 404, text: 'afail' });
  });
});

it('a page that can be shown is shown, whatever was found about it', async () => {
  expect(await page('/base/exercises/late/', [FOUND], works)).toEqual({ status: 200, text: 'works' });
});

it('a page that waits asks with which round it is up to date', async () => {
  expect((await page('/__authoring/round', [], works)).text).toBe('one');
});

describe('the terminal', () => {
  it('is told what a save broke, and that all is mended', () => {
    const other = { ...FOUND, line: 9 };
    expect(newInWords([FOUND], [FOUND, other])).toEqual([
      'tasks/late/exercise.mdx:9:1: difficulty: takes a number. Fix: change it; it is “<nine>” now.',
    ]);
    expect(newInWords([FOUND], [])).toEqual(['nothing is found in the files any more']);
    expect(newInWords([], [])).toEqual([]);
    const many = Array.from({ length: 14 }, (_, line) => ({ ...FOUND, line }));
    expect(newInWords([], many).at(-1)).toBe('2 more: npm run check -- --files lists them');
  });
});
