import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { NOTICES_FILE } from '../site/paths.ts';

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
