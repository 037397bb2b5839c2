import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { findCourse } from '../authoring/course-file.ts';
import { listLinks, readBytes, readFolder } from '../authoring/read-folder.ts';
import { realPath } from '../authoring/real-path.ts';
import { type ComponentProps, readProps } from '../course/component-props.ts';
import { EXTENSION_NAMES } from '../engine/extensions.ts';
import { allMisconceptions } from '../grader/misconceptions/all-misconceptions.ts';
import { glossary } from '../lesson/glossary.ts';
import { vocabulary } from '../lesson/vocabulary.ts';
import type { CourseFiles } from './check-course-files.ts';
import { decodeFiles } from './decode-files.ts';
import type { Places } from './places.ts';

/** What holds rows, not what an author writes: too large to look into, and nothing to find. */
const ROWS = /^_datasets\/[^/]+\/(dump\.sql|csv\/.*)$/;
/** The project's own folder, wherever the command was started. */
const PROJECT = join(import.meta.dirname, '..', '..');

async function readIfThere(folder: string, skip?: RegExp): Promise<ReadonlyMap<string, Uint8Array>> {
  return existsSync(folder) ? readBytes(folder, skip) : new Map<string, Uint8Array>();
}

/** Paths of the pages that are neither lessons nor exercises, from the files that make them. */
async function listPages(): Promise<readonly string[]> {
  const files = await readIfThere(join(PROJECT, 'src', 'pages'), /./);
  return [...files.keys()]
    .filter((path) => path.endsWith('.astro') && !path.includes('[') && path !== '404.astro')
    .map((path) => `/${path.replace(/(index)?\.astro$/, '')}/`.replace(/\/+$/, '/'));
}

/** The props of every component of the lesson vocabulary, from its source. */
export async function readComponentProps(): Promise<ComponentProps> {
  const files = await readFolder(join(PROJECT, 'src', 'lesson'));
  const props = new Map<string, NonNullable<ReturnType<typeof readProps>>>();
  for (const name of vocabulary) {
    const source = files.get(`${name}.astro`);
    const read = source === undefined ? undefined : readProps(source);
    if (read) props.set(name, read);
  }
  return props;
}

async function readNames({ course }: Places): Promise<CourseFiles['names']> {
  return {
    modules: course.modules.map(({ id }) => id),
    extensions: EXTENSION_NAMES,
    misconceptions: allMisconceptions.map(({ id }) => id),
    vocabulary,
    terms: [...Object.keys(glossary), ...Object.keys(course.glossary)],
    pages: await listPages(),
    props: await readComponentProps(),
  };
}

/** The lesson components, live: a part of the course that comes with Planwright, on whose data it runs. */
async function readGuide({ root, content, exercises }: Places): Promise<Partial<CourseFiles>> {
  const [lessons, tasks] = [join(PROJECT, 'content'), join(PROJECT, 'exercises')].map(realPath);
  const own = content === lessons && exercises === tasks;
  if (!own || findCourse(root).another) return {};
  const file = join(PROJECT, 'docs', 'components.mdx');
  return { guide: { file: relative(root, file), text: await readFile(file, 'utf8') } };
}

async function linksOf({ root, content, exercises }: Places): Promise<readonly string[]> {
  const found = [content, exercises].map(async (folder) =>
    (await listLinks(folder)).map((path) => `${relative(root, folder)}/${path}`),
  );
  return (await Promise.all(found)).flat();
}

/** Reads the files of a course from the disk, with what they may name. */
export async function loadCourse(places: Places): Promise<CourseFiles> {
  const folders = {
    content: relative(places.root, places.content),
    exercises: relative(places.root, places.exercises),
  };
  const content = decodeFiles(await readIfThere(places.content), folders.content);
  const exercises = decodeFiles(await readIfThere(places.exercises, ROWS), folders.exercises);
  return {
    content: content.texts,
    exercises: exercises.texts,
    undecoded: [...content.undecoded, ...exercises.undecoded],
    folders,
    links: await linksOf(places),
    isThere: (file) => existsSync(resolve(places.root, file)),
    project: relative(places.root, PROJECT),
    leaveOut: places.course.leaveOut,
    config: places.configFile,
    names: await readNames(places),
    ...(await readGuide(places)),
  };
}
