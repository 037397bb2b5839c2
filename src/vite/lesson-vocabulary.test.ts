import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../lesson/vocabulary.ts';
import { usedComponents, vocabularyImports } from './lesson-vocabulary.ts';

describe('the vocabulary of lessons', () => {
  it.each(vocabulary)('has a file for %s', (name) => {
    expect(existsSync(new URL(`../lesson/${name}.astro`, import.meta.url))).toBe(true);
  });

  it('finds tags, and none in code', () => {
    const mdx =
      'A <Term>page</Term> and `<Vec>`.\n\n```ts\nnew Map<Key, Value>();\n```\n\n<Myth>\nx\n</Myth>';
    expect(usedComponents(mdx)).toEqual(['Term', 'Myth']);
  });

  it('imports each once', () => {
    expect(vocabularyImports('<Term>a</Term> <Term>b</Term>')).toEqual({
      line: "import Term from '/src/lesson/Term.astro';",
    });
    expect(vocabularyImports('only *text*')).toEqual({ line: '' });
  });

  it('leaves what the author imports', () => {
    expect(vocabularyImports("import Chart from './chart.astro';\n\n<Chart />")).toEqual({ line: '' });
  });

  it('names what it does not know, with what there is', () => {
    expect(vocabularyImports('<Aside>x</Aside>')).toMatchObject({
      error: expect.stringMatching(/<Aside> is no part.*Sql/),
    });
  });
});
