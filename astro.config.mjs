import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import react from '@astrojs/react';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { basePath } from './scripts/built.mjs';
import { findCourse } from './src/authoring/course-file.ts';
import { authoringPanel } from './src/authoring/dev-panel.ts';
import { blockFences } from './src/lesson/block-fences.ts';
import { unbrokenUnits } from './src/lesson/unbroken-units.ts';
import { earlyStart } from './src/vite/early-start.ts';
import { engineManifest } from './src/vite/engine-manifest.ts';
import { hostHeaders } from './src/vite/host-headers.ts';
import { lessonVocabulary } from './src/vite/lesson-vocabulary.ts';
import { libpgQueryWasm } from './src/vite/libpg-query-wasm.ts';
import { notices } from './src/vite/notices.ts';
import { pgliteFiles } from './src/vite/pglite-files.ts';
import { sharedChunks } from './src/vite/shared-chunks.ts';
import { sqliteFiles } from './src/vite/sqlite-files.ts';
import { supportedBrowsers } from './src/vite/supported-browsers.ts';
import { sureParts } from './src/vite/sure-parts.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const base = basePath(process.env.BASE_PATH);
const site = process.env.SITE_URL;
const own = (name) => `./src/site/${name}.astro`;

const { course, content, exercises, elsewhere, publicFolder, errors } = findCourse();
if (errors.length > 0) {
  const lines = errors.map(({ file, line, what, fix }) => `${file}:${line}: ${what}. Fix: ${fix}.`);
  throw new Error(lines.join('\n'));
}

/** Modules that have a lesson; Starlight's autogenerate wants the folder's path from the project's root. */
const written = course.modules.filter(({ id }) => {
  const folder = join(content, id);
  const lessons = existsSync(folder) ? readdirSync(folder).filter((file) => /^[^_].*\.mdx?$/.test(file)) : [];
  return lessons.some((file) => !course.leaveOut.includes(`${id}/${file.replace(/\.mdx?$/, '')}`));
});
const fromRoot = (folder) => relative(process.cwd(), folder);

/** The course's own colour in place of ours. */
const colour = course.colour && {
  tag: 'style',
  content: `:root:root{--pw-accent:${course.colour.light}}:root:root[data-theme=dark]{--pw-accent:${course.colour.dark}}`,
};

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

/** Whoever shortens a lesson's address comes to its module, and to the course. */
const above = {
  '/learn': `${base}#course`,
  ...Object.fromEntries(written.map(({ id }) => [`/learn/${id}`, `${base}#module-${id}`])),
};

/** Shiki leaves the rest of a line as it is where it took half a second: on a busy machine that is chance. */
const toTheEnd = {
  name: 'planwright:to-the-end',
  preprocess(_, options) {
    options.tokenizeTimeLimit = 0;
  },
};

export default defineConfig({
  base,
  redirects: above,
  ...(site === undefined ? {} : { site }),
  output: 'static',
  publicDir: publicFolder,
  ...(elsewhere ? { cacheDir: join(dirname(publicFolder), 'astro') } : {}),
  devToolbar: { enabled: false },
  markdown: { shikiConfig: { theme: 'css-variables', wrap: false, transformers: [toTheEnd] } },
  integrations: [
    starlight({
      title: course.title,
      description: course.description,
      ...(colour ? { head: [colour] } : {}),
      favicon: '/favicon.svg',
      credits: false,
      expressiveCode: false,
      disable404Route: true,
      customCss: ['./src/styles/site.css'],
      markdown: { processedDirs: [content, exercises].map((folder) => `./${fromRoot(folder)}`) },
      sidebar: written.map(({ id, title }) => ({
        label: title,
        collapsed: true,
        items: [{ autogenerate: { directory: fromRoot(join(content, id)) } }],
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
        TwoColumnContent: own('TwoColumnContent'),
      },
    }),
    ...(site === undefined ? [noSitemap] : []),
    react(),
    blockFences(),
    unbrokenUnits(),
    earlyStart(base),
    hostHeaders(base),
    notices(),
    authoringPanel(),
  ],
  vite: {
    plugins: [
      libpgQueryWasm(),
      pgliteFiles(),
      sqliteFiles(),
      sureParts(),
      sharedChunks(),
      supportedBrowsers(),
      engineManifest(publicFolder),
      lessonVocabulary([content, exercises, join(process.cwd(), 'docs')]),
    ],
    worker: {
      format: 'es',
      plugins: () => [libpgQueryWasm(), pgliteFiles(), sqliteFiles()],
      // Of one script each: WebKit runs a worker's own script once more where a part of it that comes later imports from it.
      rolldownOptions: { onLog: dropKnownRemarks, output: { codeSplitting: false } },
    },
    ...(elsewhere
      ? { resolve: { dedupe: ['astro'] }, server: { fs: { allow: ['.', content, exercises] } } }
      : {}),
    optimizeDeps: { exclude: ['@electric-sql/pglite', 'libpg-query'] },
    build: { rolldownOptions: { onLog: dropKnownRemarks }, chunkSizeWarningLimit: 4096 },
  },
});
