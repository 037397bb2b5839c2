import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What the notices are called in the site, where a browser shows text and no Markdown. */
export const NOTICES_FILE = 'third-party-notices.txt';

/** Ships the notices of what others wrote with the site that holds it. */
export function notices(): AstroIntegration {
  return {
    name: 'planwright:notices',
    hooks: {
      'astro:build:done': ({ dir }) =>
        copyFile(join(process.cwd(), 'THIRD-PARTY-NOTICES.md'), join(fileURLToPath(dir), NOTICES_FILE)),
    },
  };
}
