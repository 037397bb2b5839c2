import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { NOTICES_FILE } from '../site/paths.ts';

/** The package that a module is part of; undefined for a module of the project, and for what a bundler made up. */
export function packageOf(moduleId: string): string | undefined {
  const inside = moduleId.replaceAll('\\', '/').split('/node_modules/').slice(1).at(-1);
  return inside?.match(/^(?:@[^/]+\/)?[^/]+/)?.[0];
}

/** Packages that have no heading in the notices, by name. */
export function withoutNotice(packages: Iterable<string>, notices: string): readonly string[] {
  const headings = new Set([...notices.matchAll(/^## (\S+)/gm)].map(([, name]) => name));
  return [...packages].filter((name) => !headings.has(name)).sort();
}

/** Notes the packages of which a browser's scripts hold code. */
function notePackages(found: Set<string>): Plugin {
  return {
    name: 'planwright:note-packages',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      for (const { modules } of chunks) {
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const name = renderedLength > 0 ? packageOf(id) : undefined;
          if (name !== undefined) found.add(name);
        }
      }
    },
  };
}

/**
 * Ships the notices of what others wrote with the site that holds it. Fails the build where a page or a worker holds a
 * package's code that they do not name.
 */
export function notices(): AstroIntegration {
  const found = new Set<string>();
  return {
    name: 'planwright:notices',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugins = () => [notePackages(found)];
        updateConfig({ vite: { plugins: plugins(), worker: { plugins } } });
      },
      'astro:build:done': async ({ dir }) => {
        const file = join(process.cwd(), 'THIRD-PARTY-NOTICES.md');
        const missing = withoutNotice(found, await readFile(file, 'utf8'));
        if (missing.length > 0) {
          throw new Error(
            `the site holds code of ${missing.join(', ')}, which THIRD-PARTY-NOTICES.md does not name. ` +
              'Fix: add it to scripts/notices.mjs and run node scripts/notices.mjs.',
          );
        }
        await copyFile(file, join(fileURLToPath(dir), NOTICES_FILE));
      },
    },
  };
}
