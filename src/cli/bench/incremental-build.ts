import { spawnSync } from 'node:child_process';
import { appendFile, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Places } from '../places.ts';

const LESSON = 'foundations/reading-a-plan.mdx';

/**
 * Seconds that `npm run build` takes when a sentence of one lesson has changed since the last build: its blocks run again and
 * every page is made. Works on a copy of the lessons, and leaves `dist/` alone. Throws where the build fails.
 */
export async function measureIncrementalBuild({ root, content }: Places): Promise<number> {
  const copy = join(root, '.cache', 'bench-content');
  const site = join(root, '.cache', 'bench-site');
  const build = () => {
    const env = { ...process.env, PLANWRIGHT_CONTENT: copy };
    const args = [join(root, 'scripts/build.mjs'), '--outDir', site];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build to be timed failed: ${stderr.trim()}`);
  };
  try {
    await cp(content, copy, { recursive: true });
    build();
    await appendFile(join(copy, LESSON), '\nOne sentence more.\n');
    const began = performance.now();
    build();
    return (performance.now() - began) / 1000;
  } finally {
    await Promise.all([copy, site].map((path) => rm(path, { recursive: true, force: true })));
  }
}
