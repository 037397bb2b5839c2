import { glob, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { FILES_WORKER, POSTGRES_WORKER } from '../engine/early-start.ts';

async function findScript(root: string, pattern: string): Promise<string> {
  const [found, ...more] = await Array.fromAsync(glob(pattern, { cwd: root }));
  if (found === undefined || more.length > 0) {
    throw new Error(`the build should have written one ${pattern}, and wrote ${found ? more.length + 1 : 0}`);
  }
  return found.replaceAll('\\', '/');
}

/** Writes the addresses of the workers' scripts into the pages that start them from their head. */
export function earlyStart(base: string): AstroIntegration {
  return {
    name: 'planwright:early-start',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const at = base.endsWith('/') ? base : `${base}/`;
        const files = at + (await findScript(root, '_astro/browser-files-worker-*.js'));
        const postgres = at + (await findScript(root, '_astro/browser-worker-*.js'));
        for await (const page of glob('**/*.html', { cwd: root })) {
          const text = await readFile(`${root}/${page}`, 'utf8');
          if (!text.includes(FILES_WORKER)) continue;
          const written = text.replaceAll(FILES_WORKER, files).replaceAll(POSTGRES_WORKER, postgres);
          await writeFile(`${root}/${page}`, written);
        }
      },
    },
  };
}
