import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlockFigures, lessonFiguresSchema } from './claim.ts';

/** What was measured of a lesson's blocks, or undefined where it was not yet. `lesson` is `<module>/<lesson>`. */
export async function readLessonFigures(
  lesson: string,
): Promise<Readonly<Record<string, BlockFigures>> | undefined> {
  const path = join(process.cwd(), '.cache', 'lesson-figures', `${lesson}.json`);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  return lessonFiguresSchema.parse(JSON.parse(text));
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** A figure as prose writes it: thousands grouped, milliseconds with their unit. */
export function showFigure(kind: keyof BlockFigures, value: string | number | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return value;
  if (kind === 'ms') return `${decimal.format(value)}\u00a0ms`;
  return whole.format(value);
}
