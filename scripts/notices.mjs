// node scripts/notices.mjs: writes THIRD-PARTY-NOTICES.md from what the built site ships.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './toolchain.mjs';

/** Packages whose code, styles, fonts or binaries reach a reader's browser. */
const SHIPPED = [
  '@astrojs/react',
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
  'nearley',
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

const LICENCE = /^(licen[cs]e|copying|ofl)(\.|$)/i;

/** The text of a package's licence file, which may stand in a folder of that name. */
function licenceText(folder) {
  const found = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => LICENCE.test(name));
  const file = found.find((entry) => entry.isFile());
  if (file) return readFileSync(join(folder, file.name), 'utf8').trim();
  const [inside] = found.filter((entry) => entry.isDirectory());
  return inside && licenceText(join(folder, inside.name));
}

/** What a package says of the code that it holds of others. */
function othersText(folder) {
  const file = join(folder, 'ThirdPartyNotices.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

const parts = SHIPPED.map((name) => {
  const folder = join(ROOT, 'node_modules', name);
  if (!existsSync(folder)) throw new Error(`${name} is not installed`);
  const { version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const source = (repository?.url ?? repository ?? '').replace(/^git\+/, '').replace(/\.git$/, '');
  const text = licenceText(folder) ?? 'The package brings no licence file; its licence is named above.';
  const others = othersText(folder);
  const held = others ? `\nWhat it holds of others:\n\n\`\`\`\`text\n${others}\n\`\`\`\`\n` : '';
  return `## ${name} ${version}\n\n${license}${source ? `, ${source}` : ''}\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n${held}`;
});
const head = `# Third-party notices

The built site holds code, fonts and binaries of these projects. PGlite's WebAssembly holds PostgreSQL and the libraries that
it was built with, and libpg-query holds PostgreSQL's parser.

## Libraries in PGlite's WebAssembly

- ICU: Unicode License V3, https://github.com/unicode-org/icu/blob/main/LICENSE
- libxml2 and libxslt: MIT License, https://gitlab.gnome.org/GNOME/libxml2/-/blob/master/Copyright
- zlib: zlib License, https://zlib.net/zlib_license.html
- OSSP uuid: http://www.ossp.org/pkg/lib/uuid/
- Emscripten's system libraries (musl: MIT; compiler-rt: Apache-2.0 with LLVM exceptions)

## PostgreSQL

PostgreSQL License, https://www.postgresql.org/about/licence/

\`\`\`\`text
PostgreSQL Database Management System
(also known as Postgres, formerly known as Postgres95)

Portions Copyright (c) 1996-2026, PostgreSQL Global Development Group

Portions Copyright (c) 1994, The Regents of the University of California

Permission to use, copy, modify, and distribute this software and its
documentation for any purpose, without fee, and without a written agreement
is hereby granted, provided that the above copyright notice and this
paragraph and the following two paragraphs appear in all copies.

IN NO EVENT SHALL THE UNIVERSITY OF CALIFORNIA BE LIABLE TO ANY PARTY FOR
DIRECT, INDIRECT, SPECIAL, INCIDENTAL, OR CONSEQUENTIAL DAMAGES, INCLUDING
LOST PROFITS, ARISING OUT OF THE USE OF THIS SOFTWARE AND ITS
DOCUMENTATION, EVEN IF THE UNIVERSITY OF CALIFORNIA HAS BEEN ADVISED OF THE
POSSIBILITY OF SUCH DAMAGE.

THE UNIVERSITY OF CALIFORNIA SPECIFICALLY DISCLAIMS ANY WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY
AND FITNESS FOR A PARTICULAR PURPOSE.  THE SOFTWARE PROVIDED HEREUNDER IS
ON AN "AS IS" BASIS, AND THE UNIVERSITY OF CALIFORNIA HAS NO OBLIGATIONS TO
PROVIDE MAINTENANCE, SUPPORT, UPDATES, ENHANCEMENTS, OR MODIFICATIONS.
\`\`\`\`
`;
writeFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), [head, ...parts].join('\n'));
