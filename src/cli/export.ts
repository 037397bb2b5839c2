import { stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { atNamed, needFolder, UserMistake } from '../authoring/user-mistake.ts';
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
Exit: 0 written, 1 something that was asked for is not there, 2 a fault of the tool.`;

function readSite(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new UserMistake(
      `--site cannot be “${text}”`,
      'write an address such as https://example.org/course/',
    );
  return new URL(text.endsWith('/') ? text : `${text}/`).href;
}

const OTHER_FILE = 'name another file with --out';

/** Looked at before anything is packed: that takes a while. Throws a UserMistake where no file can be written there. */
async function needPlace(out: string): Promise<void> {
  await needFolder(dirname(out), 'make it, or name another one with --out');
  const there = await stat(out).catch(() => undefined);
  if (there?.isDirectory()) throw new UserMistake(`${out} is a folder, and not a file`, OTHER_FILE);
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
    return values.help ? EXIT.ok : EXIT.mistake;
  }
  const site = readSite(values.site);
  if (values.out !== undefined) await needPlace(resolve(values.out));
  const made = await buildPackage({
    standard,
    id,
    dist: resolve(values.dist),
    site,
    ...(values.schemas === undefined ? {} : { schemas: resolve(values.schemas) }),
  });
  const out = resolve(values.out ?? made.name);
  await atNamed(out, OTHER_FILE, () => writeFile(out, made.zip));
  const megabytes = (made.zip.length / 1024 / 1024).toFixed(1);
  console.log(`${out}: “${made.facts.title}”, ${made.files.length} files, ${megabytes} MB`);
  return EXIT.ok;
});
