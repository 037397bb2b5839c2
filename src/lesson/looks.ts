import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LookFound } from '../islands/machine/look-view.tsx';
import { onceInBuild } from '../site/once.ts';

type Looks = Readonly<Record<string, LookFound>>;

/** Our own check wrote the file: each entry is of a kind, and what is in it is as the kind says. */
function isLooks(value: unknown): value is Looks {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((look) => typeof look === 'object' && look !== null && 'kind' in look)
  );
}

async function readLooks(lesson: string): Promise<Looks | undefined> {
  const path = join(process.cwd(), '.cache', 'lesson-figures', `${lesson}.looks.json`);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  const looks: unknown = JSON.parse(text);
  return isLooks(looks) ? looks : undefined;
}

/** What a lesson's pictures showed when it was checked, by `lookKey`; undefined where it was not yet. */
export const readLessonLooks = onceInBuild(readLooks);
