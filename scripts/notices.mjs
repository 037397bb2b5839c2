// node scripts/notices.mjs: writes THIRD-PARTY-NOTICES.md. The build refuses a package whose code it ships and that is not there.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './toolchain.mjs';

/** Packages whose code, styles, fonts or binaries reach a reader's browser; DOMPurify and marked are inside Monaco. */
const SHIPPED = [
  '@astrojs/react',
  '@astrojs/starlight',
  '@electric-sql/pglite',
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
  '@fontsource-variable/source-serif-4',
  '@sqlite.org/sqlite-wasm',
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
  'dompurify',
  'fflate',
  'internmap',
  'libpg-query',
  'marked',
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

const part = (title, line, text) => `## ${title}\n\n${line}\n\n\`\`\`\`text\n${text.trim()}\n\`\`\`\`\n`;

function partOfPackage(name) {
  const folder = join(ROOT, 'node_modules', name);
  if (!existsSync(folder)) throw new Error(`${name} is not installed`);
  const { version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const source = (repository?.url ?? repository ?? '').replace(/^git\+/, '').replace(/\.git$/, '');
  const text = licenceText(folder) ?? 'The package brings no licence file; its licence is named above.';
  const others = othersText(folder);
  const held = others ? `\nWhat it holds of others:\n\n\`\`\`\`text\n${others}\n\`\`\`\`\n` : '';
  return part(`${name} ${version}`, `${license}${source ? `, ${source}` : ''}`, text) + held;
}

/** What is compiled into WebAssembly, whose packages bring no text for it: a file of `licences/`, and where it is. */
const COMPILED_IN = [
  ['postgresql', 'PostgreSQL', 'PostgreSQL License, in @electric-sql/pglite and libpg-query'],
  ['icu', 'ICU', 'Unicode-3.0, in @electric-sql/pglite'],
  ['libxml2', 'libxml2', 'MIT, in @electric-sql/pglite'],
  ['zlib', 'zlib', 'Zlib, in @electric-sql/pglite'],
  ['snowball', 'Snowball', 'BSD-3-Clause, in @electric-sql/pglite, as part of PostgreSQL'],
  ['libpg_query', 'libpg_query', 'BSD-3-Clause, in libpg-query'],
  ['protobuf-c', 'protobuf-c', 'BSD-2-Clause, in libpg-query'],
  ['xxhash', 'xxHash', 'BSD-2-Clause, in libpg-query'],
  ['emscripten', 'Emscripten', 'MIT, in @electric-sql/pglite, libpg-query and zstddec'],
];

const compiledIn = COMPILED_IN.map(([file, title, line]) =>
  part(title, line, readFileSync(join(ROOT, 'scripts', 'licences', `${file}.txt`), 'utf8')),
);
const head = `# Third-party notices

The built site holds code, fonts and binaries of these projects: packages first, then what is compiled into the WebAssembly of
some of them. Compiled in as well, with their terms at the addresses: libxslt (MIT, https://gitlab.gnome.org/GNOME/libxslt),
OSSP uuid (https://www.ossp.org/pkg/lib/uuid/), musl (MIT, https://musl.libc.org/) and compiler-rt (Apache-2.0 with LLVM
exceptions, https://compiler-rt.llvm.org/).
`;
writeFileSync(
  join(ROOT, 'THIRD-PARTY-NOTICES.md'),
  [head, ...SHIPPED.map(partOfPackage), ...compiledIn].join('\n'),
);
