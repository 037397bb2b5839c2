import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { basePath } from '../../../scripts/built.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { UserMistake } from '../../authoring/user-mistake.ts';

export interface Pages {
  /** Address of the built site, with a trailing slash. */
  readonly site: string;
  /** Address of the page that starts the bare engine. */
  readonly bare: string;
  close(): void;
}

/** Serves the built site, and beside it a page with the bare engine, built the same way. */
export async function servePages(root: string): Promise<Pages> {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html')))
    throw new UserMistake('there is no built site to measure', 'npm run build');
  const bare = join(root, '.cache', 'bench');
  await build({
    root: join(root, 'src/cli/bench/bare'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: bare, emptyOutDir: true, target: 'es2022', rolldownOptions: { onLog: () => {} } },
  });
  const [site, beside] = await Promise.all([
    serve({ dist, port: 0, base: basePath(process.env.BASE_PATH) }),
    serve({ dist: bare, port: 0 }),
  ]);
  return {
    site: site.address,
    bare: beside.address,
    close() {
      site.close();
      beside.close();
    },
  };
}
