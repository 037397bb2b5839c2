import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { quoteName } from '../plan/quote-name.ts';
import type { FilesChecked } from './check-files.ts';
import { readCourse } from './check-run.ts';
import { EXIT, runCommand } from './exit.ts';
import { writeFiles } from './new-exercise.ts';
import { lessonFile } from './new-lesson-file.ts';
import { isKebab, lessonOrders, nextOrder, refuse, type Scaffolded, schemaPath } from './new-place.ts';
import { findPlaces, type Places } from './places.ts';

const HELP = `npm run new:lesson -- <module>/<id> [--dataset name]

Writes a lesson that passes the check but for what it asks you to write: every TODO is one of its problems.

  --dataset name    the data that its blocks run on; by default the first dataset`;

/** Makes a lesson's file; nothing is written. */
export function scaffoldLesson(places: Places, course: FilesChecked, id: string, named?: string): Scaffolded {
  const [module = '', lesson = '', ...rest] = id.split('/');
  if (!isKebab(module) || !isKebab(lesson) || rest.length > 0)
    return refuse(`“${id}” is no lesson: write <module>/<lesson>, both lower-case words joined by hyphens`);
  const modules = places.course.modules.map((one) => one.id);
  if (!modules.includes(module))
    return refuse(
      `there is no module “${module}”: name one of ${modules.join(', ')}, or add it to planwright.config.yaml`,
    );
  const file = join(places.content, `${id}.mdx`);
  if (existsSync(file)) return refuse(`${relative(places.root, file)} is there already`);
  const names = [...course.datasets.keys()];
  const dataset = named ?? (names.includes('shop') ? 'shop' : names[0]);
  const tables = course.datasets.get(dataset ?? '')?.spec?.tables ?? [];
  const [largest] = [...tables].sort((a, b) => b.rows - a.rows);
  if (dataset === undefined || largest === undefined)
    return refuse(`there is no dataset ${named ? `“${named}”` : 'yet'}: npm run new:dataset -- <name>`);
  const order = nextOrder(lessonOrders(course, module));
  const schema = schemaPath(file, 'lesson');
  return {
    kind: 'ok',
    files: new Map([[`${id}.mdx`, lessonFile({ order, dataset, table: quoteName(largest.name), schema })]]),
  };
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dataset: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const [id] = positionals;
  if (values.help || id === undefined) {
    console.log(HELP);
    return values.help ? EXIT.ok : EXIT.mistake;
  }
  const places = findPlaces();
  const made = scaffoldLesson(places, await readCourse(places), id, values.dataset);
  if (made.kind === 'refused') {
    console.error(`planwright: ${made.why}`);
    return EXIT.mistake;
  }
  await writeFiles(places.content, made.files);
  console.log(
    `${relative(places.root, join(places.content, `${id}.mdx`))}\n\nNow: npm run check -- ${id}   (it lists what is still to be written)\nand: npm run dev   (it shows the lesson at /learn/${id}/)`,
  );
  return EXIT.ok;
}

if (process.argv[1]?.endsWith('new-lesson.ts')) await runCommand(main);
