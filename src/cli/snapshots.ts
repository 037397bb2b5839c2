import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findCourse } from '../authoring/course-file.ts';
import { EXIT, runCommand } from './exit.ts';
import { findPlaces } from './places.ts';
import { prepareEngine } from './prepare.ts';
import { formatProblem } from './problems.ts';

/** A course of one's own is served with the project's other public files beside its snapshots. */
async function copyPublicFiles(): Promise<void> {
  const { elsewhere, publicFolder } = findCourse();
  if (!elsewhere) return;
  const from = join(process.cwd(), 'public');
  await mkdir(publicFolder, { recursive: true });
  for (const name of await readdir(from)) {
    if (name !== 'engine') await cp(join(from, name), join(publicFolder, name), { recursive: true });
  }
}

/** `npm run snapshots`: builds the engine's files and the datasets' snapshots where they are missing or out of date. */
await runCommand(async () => {
  await copyPublicFiles();
  const places = findPlaces();
  for (const problem of places.problems) console.error(formatProblem(problem));
  const prepared = await prepareEngine(places, (line) => console.log(line));
  if (prepared.kind === 'ok') {
    await prepared.engine.dispose();
    return places.problems.length === 0 ? EXIT.ok : EXIT.mistake;
  }
  for (const problem of prepared.problems) console.error(formatProblem(problem));
  return EXIT.mistake;
});
