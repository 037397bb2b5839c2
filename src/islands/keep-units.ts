const UNITS = [
  'bytes?',
  '[kMGT]B',
  'ms',
  's',
  'µs',
  'seconds?',
  'minutes?',
  '%',
  'per cent',
  'pages?',
  'rows?',
  'entries',
  'entry',
  'tuples?',
  'visits?',
  'loops?',
  'times',
  'January|February|March|April|May|June|July|August|September|October|November|December',
].join('|');

const AFTER_DIGIT = new RegExp(`(?<=\\d) +(${UNITS})(?![\\w-])`, 'g');
const AT_START = new RegExp(`^ +(${UNITS})(?![\\w-])`);
const NO_BREAK_SPACE = '\u00a0';

function joined(unit: string): string {
  return NO_BREAK_SPACE + unit.replaceAll(' ', NO_BREAK_SPACE);
}

/** Prose with its figures and their units kept on one line: `8 kB`, `3 ms`, `40 pages`; a day with its month, too. */
export function keepUnits(prose: string): string {
  return prose.replace(AFTER_DIGIT, (_, unit: string) => joined(unit));
}

/** The same for prose that comes right after a figure. */
export function keepUnitsAfterFigure(prose: string): string {
  return keepUnits(prose.replace(AT_START, (_, unit: string) => joined(unit)));
}
