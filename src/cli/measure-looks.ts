import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LessonSource } from '../course/lesson-source.ts';
import { type LookAsk, lookKey, readLookAsk } from '../course/look-ask.ts';
import type { DatasetRef, Engine } from '../engine/engine.ts';
import { type LookFound, lookForLesson } from '../session/lesson-look.ts';
import { figuresIn, type Places } from './places.ts';
import type { Problem } from './problems.ts';

export interface LooksMeasured {
  /** By `lookKey`. */
  readonly looks: Readonly<Record<string, LookFound>>;
  readonly problems: readonly Problem[];
}

interface AskedAt {
  readonly ask: LookAsk;
  readonly name: string;
  readonly line: number;
}

function listAsks({ components, imported }: LessonSource): readonly AskedAt[] {
  return components.flatMap(({ name, attributes, line }) => {
    const ask = imported.includes(name) ? undefined : readLookAsk(name, attributes);
    return ask === undefined ? [] : [{ ask, name, line }];
  });
}

/** Measures every picture of the machine that a lesson shows; one that cannot be shown is a problem at its line. */
export async function measureLooks(
  engine: Engine,
  dataset: DatasetRef,
  lesson: LessonSource,
): Promise<LooksMeasured> {
  const looks: Record<string, LookFound> = {};
  const problems: Problem[] = [];
  for (const { ask, name, line } of listAsks(lesson)) {
    const seen = await lookForLesson({ engine, dataset, blocks: lesson.blocks }, ask);
    if (seen.kind === 'ok') looks[lookKey(ask)] = seen.found;
    else {
      const what = `<${name}>: ${seen.message.replace(/\.$/, '')}`;
      problems.push({
        file: lesson.file,
        line,
        what,
        fix: 'mend the block that it is of, or what it asks for',
      });
    }
  }
  return { looks, problems };
}

/** Keeps the pictures of a lesson for the site, beside its figures. */
export async function writeLooks(places: Places, id: string, looks: LooksMeasured['looks']): Promise<void> {
  const file = join(figuresIn(places), `${id}.looks.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(looks)}\n`);
}
