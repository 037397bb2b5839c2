import { existsSync, readdirSync } from 'node:fs';
import react from '@astrojs/react';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { modules } from './src/site/modules.ts';
import { hostHeaders } from './src/vite/host-headers.ts';
import { lessonVocabulary } from './src/vite/lesson-vocabulary.ts';
import { libpgQueryWasm } from './src/vite/libpg-query-wasm.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const base = process.env.BASE_PATH ?? '/';
const site = process.env.SITE_URL;
const own = (name) => `./src/site/${name}.astro`;

/** Modules that have a lesson; Starlight's autogenerate wants the folder's path from the project's root. */
const written = modules.filter(
  ({ id }) =>
    existsSync(`content/${id}`) && readdirSync(`content/${id}`).some((file) => /^[^_].*\.mdx?$/.test(file)),
);

/**
 * Remarks that nothing follows from: Astro marks MDX modules with a directive of its own, and the engine's packages hold
 * branches for Node that no browser takes, with an eval that runs only there.
 */
function dropKnownRemarks(level, log, handle) {
  const known =
    log.code === 'MODULE_LEVEL_DIRECTIVE' ||
    log.code === 'EVAL' ||
    /"node:\w+" has been externalized.*(pglite|libpg-query)/s.test(log.message);
  if (!known) handle(level, log);
}

/** A sitemap needs the site's address; this name keeps Starlight from adding one that can only complain. */
const noSitemap = { name: '@astrojs/sitemap', hooks: {} };

export default defineConfig({
  base,
  ...(site === undefined ? {} : { site }),
  output: 'static',
  devToolbar: { enabled: false },
  markdown: { shikiConfig: { theme: 'css-variables', wrap: false } },
  integrations: [
    starlight({
      title: 'Planwright',
      description:
        'Learn to make PostgreSQL choose the plan you want, on a real PostgreSQL in your own browser.',
      favicon: '/favicon.svg',
      credits: false,
      expressiveCode: false,
      disable404Route: true,
      customCss: ['./src/styles/site.css'],
      markdown: { processedDirs: ['./content', './exercises'] },
      sidebar: written.map(({ id, title }) => ({
        label: title,
        collapsed: true,
        items: [{ autogenerate: { directory: `content/${id}` } }],
      })),
      routeMiddleware: './src/site/route-data.ts',
      components: {
        Footer: own('Footer'),
        Head: own('Head'),
        Header: own('Header'),
        PageFrame: own('PageFrame'),
        PageTitle: own('PageTitle'),
        Search: own('Search'),
        Sidebar: own('Sidebar'),
        ThemeProvider: own('ThemeProvider'),
      },
    }),
    ...(site === undefined ? [noSitemap] : []),
    react(),
    hostHeaders(base),
  ],
  vite: {
    plugins: [libpgQueryWasm(), lessonVocabulary()],
    worker: { format: 'es', plugins: () => [libpgQueryWasm()], rolldownOptions: { onLog: dropKnownRemarks } },
    optimizeDeps: { exclude: ['@electric-sql/pglite', 'libpg-query'] },
    build: { target: 'es2022', rolldownOptions: { onLog: dropKnownRemarks }, chunkSizeWarningLimit: 4096 },
  },
});
