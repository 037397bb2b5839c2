import { expect, it } from 'vitest';
import { leaveUncoloured, UNCOLOURED } from './block-fences.ts';

/** The language of a fence in a component afterwards. */
function languageIn(component: string | undefined, lang: string): string {
  const fence = { lang };
  leaveUncoloured(fence, {
    parent: () => (component === undefined ? {} : { name: component }),
    setProperty: (of, key, value) => Object.assign(of, { [key]: value }),
  });
  return fence.lang;
}

it('leaves the SQL of a block uncoloured, and nothing else', () => {
  expect(languageIn('Sql', 'sql')).toBe(UNCOLOURED);
  expect(languageIn('SqlForm', 'sql')).toBe('sql');
  expect(languageIn(undefined, 'sql')).toBe('sql');
  // What Sql.astro turns down as no SQL has to be told by its own name.
  expect(languageIn('Sql', 'ts')).toBe('ts');
});
