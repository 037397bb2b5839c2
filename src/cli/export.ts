import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage, STANDARDS } from '../export/build-package.ts';
import { EXIT, runCommand } from './exit.ts';

const HELP = `npm run export -- <scorm | cmi5> <exercise | module/lesson> [--out FILE] [--site URL] [--dist DIR] [--schemas DIR]

Packs one page of the built site (npm run build) for a course system, which is told completion and score.
An exercise is passed when all its checks pass; a lesson is complete when it is marked as read.

  scorm        SCORM 1.2
  cmi5         cmi5
  --out FILE   the zip (default: planwright-<id>-scorm12.zip or -cmi5.zip here)
  --site URL   where the site is on the web: links to other pages lead there; without it they lead nowhere
  --dist DIR   the built site (default: dist)
  --schemas DIR
               SCORM 1.2's own .xsd files, put into the package for course systems that want them there
Exit: 0 written, 2 not.`;

function readSite(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!/^https?:\/\//.test(text))
    throw new Error(`--site takes an address such as https://example.org/course/, not “${text}”`);
  return new URL(text.endsWith('/') ? text : `${text}/`).href;
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      site: { type: 'string' },
      dist: { type: 'string', default: 'dist' },
      schemas: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [name, id] = positionals;
  const standard = STANDARDS.find((known) => known === name);
  if (values.help || !standard || !id) {
    console.log(HELP);
    return values.help ? EXIT.ok : EXIT.fault;
  }
  const made = await buildPackage({
    standard,
    id,
    dist: resolve(values.dist),
    site: readSite(values.site),
    ...(values.schemas === undefined ? {} : { schemas: resolve(values.schemas) }),
  });
  const out = resolve(values.out ?? made.name);
  await writeFile(out, made.zip);
  const megabytes = (made.zip.length / 1024 / 1024).toFixed(1);
  console.log(`${out}: “${made.facts.title}”, ${made.files.length} files, ${megabytes} MB`);
  return EXIT.ok;
});
