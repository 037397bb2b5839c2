import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/**
 * What Vitest does before the first test file. All files run in threads of one process, and V8 gives threads that compile
 * the same WebAssembly one compilation, optimised as it is used, for as long as somebody holds it. This holds it: the
 * engine is compiled once, and not by every file. Databases are each file's own; `vitest.config.ts` says which files share
 * a thread and its modules.
 */
export default async function compileOnce(): Promise<() => void> {
  // Ending a thread that runs WebAssembly while V8 collects its code can abort the whole process (nodejs/node#64500).
  setFlagsFromString('--no-wasm-code-gc');
  const { resolve } = createRequire(import.meta.url);
  const engine = dirname(resolve('@electric-sql/pglite'));
  const parser = dirname(resolve('libpg-query'));
  const files = [join(engine, 'pglite.wasm'), join(engine, 'initdb.wasm'), join(parser, 'libpg-query.wasm')];
  const held = await Promise.all(files.map(async (file) => WebAssembly.compile(await readFile(file))));
  return () => void held.splice(0);
}
