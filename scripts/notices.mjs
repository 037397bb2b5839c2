// node scripts/notices.mjs: writes THIRD-PARTY-NOTICES.md from what the built site ships.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './toolchain.mjs';

/** Packages whose code, styles, fonts or binaries reach a reader's browser. */
const SHIPPED = [
  '@astrojs/starlight',
  '@electric-sql/pglite',
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
  '@fontsource-variable/source-serif-4',
  'astro',
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-interpolate',
  'd3-path',
  'd3-scale',
  'd3-shape',
  'd3-time',
  'd3-time-format',
  'fflate',
  'internmap',
  'libpg-query',
  'monaco-editor',
  'pagefind',
  'papaparse',
  'react',
  'react-dom',
  'react-error-boundary',
  'scheduler',
  'sql-formatter',
  'ts-fsrs',
  'zod',
  'zstddec',
];

function licenceText(folder) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const file = files.map(({ name }) => name).find((name) => /^(licen[cs]e|copying|ofl)(\.|$)/i.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').trim() : undefined;
}

const parts = SHIPPED.map((name) => {
  const folder = join(ROOT, 'node_modules', name);
  if (!existsSync(folder)) throw new Error(`${name} is not installed`);
  const { version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const source = (repository?.url ?? repository ?? '').replace(/^git\+/, '').replace(/\.git$/, '');
  const text = licenceText(folder) ?? 'The package brings no licence file; its licence is named above.';
  return `## ${name} ${version}\n\n${license}${source ? `, ${source}` : ''}\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`;
});
const head = `# Third-party notices

The built site holds code, fonts and binaries of these projects. PGlite holds PostgreSQL, which is under the PostgreSQL
Licence (https://www.postgresql.org/about/licence/).
`;
writeFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), [head, ...parts].join('\n'));
