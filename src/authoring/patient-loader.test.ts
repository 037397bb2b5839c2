import type { Loader, LoaderContext } from 'astro/loaders';
import { expect, it } from 'vitest';
import { patient } from './patient-loader.ts';

/** What a collection holds after a loader read these files, as `title` or as what cannot be read, and then another. */
async function loaded(files: readonly string[], watcher: object | undefined, later?: string) {
  const held: unknown[] = [];
  const read = async (context: LoaderContext, text: string) => {
    const [type] = [...Reflect.get(context, 'entryTypes').values()];
    const { data } = await type.getEntryInfo({ contents: text });
    held.push(await context.parseData({ id: 'learn/a/b', data }));
  };
  let change = async (_: string): Promise<void> => {};
  const loader: Loader = {
    name: 'files',
    schema: undefined,
    async load(context) {
      for (const file of files) await read(context, file);
      change = (text) => read(context, text);
    },
  };
  const getEntryInfo = async ({ contents }: { readonly contents: string }) => ({
    data: JSON.parse(contents),
  });
  const parseData = async ({
    data,
  }: {
    readonly data: { readonly title?: unknown; readonly order?: unknown };
  }) => {
    if (typeof data.title !== 'string' || typeof data.order === 'string') throw new Error('the schema');
    return data;
  };
  const context = { watcher, parseData, entryTypes: new Map([['.mdx', { getEntryInfo }]]) };
  await patient(loader).load(Object.assign(Object.create(null), context));
  if (later !== undefined) await change(later);
  return held;
}

const BAD = ['not JSON', '{ "title": "A", "order": "nine" }'];

it('files with mistakes do not keep the development server from starting', async () => {
  expect(await loaded([...BAD, '{ "title": "B" }'], {})).toEqual([
    { title: 'b' },
    { title: 'b', order: undefined },
    { title: 'B' },
  ]);
});

it('what was read stays where a save breaks it, and nothing is built of a file with mistakes', async () => {
  for (const bad of BAD) {
    await expect(loaded(['{ "title": "B" }'], {}, bad)).rejects.toThrow();
    await expect(loaded([bad], undefined)).rejects.toThrow();
  }
});
