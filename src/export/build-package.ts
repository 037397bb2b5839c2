import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';
import { build } from 'vite';
import { UserMistake } from '../authoring/user-mistake.ts';
import { cmi5Structure } from './cmi5-structure.ts';
import { collectFiles } from './collect-files.ts';
import { findPage } from './find-page.ts';
import { findBase, rewritePage, wayToRoot } from './rewrite.ts';
import { SCHEMAS, scorm12Manifest } from './scorm12-manifest.ts';
import type { PackageFacts } from './xml.ts';

export const STANDARDS = ['scorm', 'cmi5'] as const;
export type Standard = (typeof STANDARDS)[number];

export interface PackageOptions {
  readonly standard: Standard;
  /** An exercise’s id, or `<module>/<lesson>`. */
  readonly id: string;
  /** The built site. */
  readonly dist: string;
  /** Where the site is on the web; links of the page to other pages lead there. */
  readonly site: string | undefined;
  /** A folder with the schemas of SCORM 1.2, for course systems that want them in the package. */
  readonly schemas?: string;
}

export interface Package {
  /** `planwright-<id>-scorm12.zip`. */
  readonly name: string;
  readonly zip: Uint8Array;
  readonly facts: PackageFacts;
  /** Paths of everything in it. */
  readonly files: readonly string[];
}

const REPORTER = 'planwright-report.js';
/** The site’s own frame leads to pages that the package does not hold. */
const STYLE = `<style>.pw-header,#starlight__sidebar,.after .turn,.others,.right-sidebar-container,.colophon,.sl-skip-link{display:none!important}
:root{--sl-nav-height:0px!important;--sl-mobile-toc-height:0rem!important}.pw-package-notice{margin:0;padding:.5rem 1rem}
/* Without a site there is nothing that they could lead to. */
html:not([data-package-site]) :is(.pw-bench-next,.pw-bench-finding a,.pw-bench-before span,.pw-after-lessons){display:none!important}</style>`;

/** The code that reports, as one script. It is in no page of the site. */
async function buildReporter(): Promise<Uint8Array> {
  const entry = fileURLToPath(new URL('./page/main.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'planwrightReport', fileName: () => REPORTER },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the reporting script was not built');
  return new TextEncoder().encode(chunk.code);
}

function plain(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    '#39': "'",
    '#x27': "'",
  };
  return text.replace(/&([#\w]+);/g, (whole, name: string) => entities[name] ?? whole);
}

function describePage(page: string, id: string, launch: string): PackageFacts {
  const title = /<meta property="og:title" content="([^"]*)"/.exec(page)?.[1];
  const description = /<meta name="description" content="([^"]*)"/.exec(page)?.[1];
  return {
    kind: id.includes('/') ? 'lesson' : 'exercise',
    id,
    title: plain(title ?? id),
    description: plain(description ?? ''),
    launch,
  };
}

async function readSchemas(folder: string): Promise<readonly (readonly [string, Uint8Array])[]> {
  const missing = SCHEMAS.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0)
    throw new UserMistake(
      `there is no ${missing.join(', no ')} in ${folder}`,
      'name the folder that holds the schemas of SCORM 1.2, or leave --schemas out',
    );
  return Promise.all(SCHEMAS.map(async (name) => [name, await readFile(join(folder, name))] as const));
}

/** Compressed already: to do it again costs time and saves nothing. */
const PACKED = /\.(bin|woff2|gz)$/;

function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of files) {
    // A fixed time, so that the same site gives the same package.
    entries[path] = [bytes, { level: PACKED.test(path) ? 0 : 6, mtime: '2020-01-01T00:00:00' }];
  }
  return zipSync(entries);
}

/**
 * Packs one page of the built site, with all that it needs, for a course system: it works under any address and reports
 * completion and score. Throws a UserMistake where there is no such page.
 */
export async function buildPackage(options: PackageOptions): Promise<Package> {
  const launch = await findPage(options.dist, options.id);
  const page = await readFile(join(options.dist, launch), 'utf8');
  const base = findBase(page);
  if (base === undefined)
    throw new UserMistake(`${launch} names no file of the site`, 'build it again: npm run build');
  const facts = describePage(page, options.id, launch);
  const files = await collectFiles(options.dist, page, base);
  const rewritten = rewritePage(page, {
    path: launch,
    base,
    site: options.site,
    root: {
      'data-package-root': wayToRoot(launch),
      'data-package-kind': facts.kind,
      'data-package-id': facts.id,
      'data-package-predictions': String(page.match(/<pw-predict\b/g)?.length ?? 0),
      ...(options.site === undefined ? {} : { 'data-package-site': options.site }),
    },
    // No module: it has to run before the page's own scripts read what the learner has done.
    head: `${STYLE}<script src="${wayToRoot(launch)}${REPORTER}"></script>`,
  });
  files.set(launch, new TextEncoder().encode(rewritten));
  files.set(REPORTER, await buildReporter());
  if (options.schemas !== undefined && options.standard === 'scorm')
    for (const [name, bytes] of await readSchemas(options.schemas)) files.set(name, bytes);
  const paths = [...files.keys()].sort();
  const [manifest, text] =
    options.standard === 'scorm'
      ? ['imsmanifest.xml', scorm12Manifest(facts, paths)]
      : ['cmi5.xml', cmi5Structure(facts, options.site)];
  files.set(manifest, new TextEncoder().encode(text));
  const suffix = options.standard === 'scorm' ? 'scorm12' : 'cmi5';
  return {
    name: `planwright-${options.id.replace('/', '-')}-${suffix}.zip`,
    zip: zip(new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))),
    facts,
    files: [...files.keys()].sort(),
  };
}
