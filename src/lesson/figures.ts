import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlockFigures, type FigureKind, lessonFiguresSchema } from '../course/block-figures.ts';
import { onceInBuild } from '../site/once.ts';

async function readFigures(lesson: string): Promise<Readonly<Record<string, BlockFigures>> | undefined> {
  const path = join(process.cwd(), '.cache', 'lesson-figures', `${lesson}.json`);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  return lessonFiguresSchema.parse(JSON.parse(text));
}

/** What was measured of a lesson's blocks, or undefined where it was not yet. `lesson` is `<module>/<lesson>`. */
export const readLessonFigures = onceInBuild(readFigures);

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Groups the thousands of a number that PostgreSQL printed; its digits stay as they are, any other text too. */
function groupDigits(text: string): string {
  const [, sign = '', digits, rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  return digits === undefined ? text : `${sign}${digits.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** A figure as prose writes it: thousands grouped, milliseconds with their unit. */
export function showFigure(kind: FigureKind, value: string | number | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return kind === 'cell' ? groupDigits(value) : value;
  if (kind === 'ms') return `${decimal.format(value)}\u00a0ms`;
  return whole.format(value);
}
