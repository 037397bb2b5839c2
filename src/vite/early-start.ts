import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { FILES_WORKER, POSTGRES_WORKER } from '../engine/early-start.ts';

/** What each built script imports at once, by file name. */
type ImportsOf = Map<string, readonly string[]>;

async function findScript(root: string, pattern: string): Promise<string> {
  const [found, ...more] = await Array.fromAsync(glob(pattern, { cwd: root }));
  if (found === undefined || more.length > 0) {
    throw new Error(`the build should have written one ${pattern}, and wrote ${found ? more.length + 1 : 0}`);
  }
  return found.replaceAll('\\', '/');
}

function noteImports(importsOf: ImportsOf): Plugin {
  return {
    name: 'planwright:note-imports',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') importsOf.set(chunk.fileName, chunk.imports);
      }
    },
  };
}

/**
 * Every script that a page's islands need before they live, theirs first. Scripts that hold nothing but styles are noted
 * and never written.
 */
function scriptsOf(page: string, base: string, root: string, importsOf: ImportsOf): readonly string[] {
  const named = [...page.matchAll(/(?:component|renderer)-url="([^"]+)"/g)].map(([, url]) => url ?? '');
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file) || !importsOf.has(file)) return;
    found.add(file);
    for (const imported of importsOf.get(file) ?? []) visit(imported);
  };
  for (const url of named) if (url.startsWith(base)) visit(url.slice(base.length));
  return [...found].filter((file) => existsSync(join(root, file))).map((file) => base + file);
}

/** In place of a chain of imports, each of which the browser would learn of when the one before has come. */
function preloads(scripts: readonly string[]): string {
  return scripts.map((url) => `<link rel="modulepreload" href="${url}">`).join('');
}

/**
 * Writes the addresses of the workers' scripts into the pages that start them from their head, and names there the
 * scripts that their islands will want.
 */
export function earlyStart(base: string): AstroIntegration {
  const importsOf: ImportsOf = new Map();
  return {
    name: 'planwright:early-start',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [noteImports(importsOf)] } });
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const at = base.endsWith('/') ? base : `${base}/`;
        const files = at + (await findScript(root, '_astro/browser-files-worker-*.js'));
        const postgres = at + (await findScript(root, '_astro/browser-worker-*.js'));
        for await (const page of glob('**/*.html', { cwd: root })) {
          const text = await readFile(`${root}/${page}`, 'utf8');
          if (!text.includes(FILES_WORKER)) continue;
          const links = preloads(scriptsOf(text, at, root, importsOf));
          const written = text
            .replaceAll(FILES_WORKER, files)
            .replaceAll(POSTGRES_WORKER, postgres)
            .replace('</head>', `${links}</head>`);
          await writeFile(`${root}/${page}`, written);
        }
      },
    },
  };
}
