import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { joinsBase, rewriteScript, rewriteStyle } from './rewrite.ts';

/** A package’s files by their paths. */
export type PackageFiles = Map<string, Uint8Array>;

/** What PGlite brings along and never asks for here: the site’s own engine files take their place. */
const NEVER_LOADED = /^(pglite|initdb)-[^/]*\.(wasm|data)$/;

const encoder = new TextEncoder();

/** The files of `_astro` that a text names. Names hold a hash of the contents: none is there by chance. */
function namedIn(text: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => text.includes(name));
}

/** What the page needs of `_astro`, and what that needs, and so on. */
async function collectAssets(dist: string, page: string, base: string, into: PackageFiles): Promise<void> {
  const folder = join(dist, '_astro');
  const names = (await readdir(folder)).filter((name) => !NEVER_LOADED.test(name));
  const waiting = [...namedIn(page, names)];
  let joined = 0;
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const path = `_astro/${name}`;
    if (into.has(path)) continue;
    const bytes = await readFile(join(folder, name));
    if (!/\.(js|css)$/.test(name)) {
      into.set(path, bytes);
      continue;
    }
    const text = bytes.toString('utf8');
    if (joinsBase(text, base)) joined += 1;
    const rewritten = name.endsWith('.js') ? rewriteScript(text, path, base) : rewriteStyle(text, path, base);
    into.set(path, encoder.encode(rewritten));
    waiting.push(...namedIn(text, names));
  }
  if (joined > 1)
    throw new Error('the build joins its base to names in more than one place: adapt src/export');
}

const file = z.object({ file: z.string() });
const manifestSchema = z.object({
  wasm: file,
  bundle: file,
  datasets: z.record(z.string(), z.object({ boot: file, relations: file })),
});

/** The datasets that a page opens: an exercise names one, each block of a lesson its own. */
function datasetsOf(page: string): ReadonlySet<string> {
  const named = [...page.matchAll(/data-dataset="([^"]+)"|id="dataset">\{"name":"([^"]+)"/g)];
  return new Set(named.map(([, block, exercise]) => block ?? exercise ?? ''));
}

async function collectEngine(dist: string, page: string, into: PackageFiles): Promise<void> {
  const datasets = datasetsOf(page);
  if (datasets.size === 0) return;
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(join(dist, 'engine', 'manifest.json'), 'utf8')),
  );
  const needed = Object.entries(manifest.datasets).flatMap(([name, { boot, relations }]) =>
    datasets.has(name) ? [boot, relations] : [],
  );
  for (const { file } of [manifest.wasm, manifest.bundle, ...needed]) {
    into.set(`engine/${file}`, await readFile(join(dist, 'engine', file)));
  }
}

/** Files that a page may ask for later, named in it by their paths from the site's root. */
const ASKED_FOR = /exercises\/[a-z0-9-]+\/answer\.json/g;

async function collectAskedFor(dist: string, page: string, into: PackageFiles): Promise<void> {
  for (const path of new Set(page.match(ASKED_FOR))) into.set(path, await readFile(join(dist, path)));
}

/** All that one page of a built site needs beside itself, rewritten so that it works under any address. */
export async function collectFiles(dist: string, page: string, base: string): Promise<PackageFiles> {
  const files: PackageFiles = new Map();
  await collectAssets(dist, page, base, files);
  await collectEngine(dist, page, files);
  await collectAskedFor(dist, page, files);
  const icon = join(dist, 'favicon.svg');
  if (existsSync(icon)) files.set('favicon.svg', await readFile(icon));
  return files;
}
