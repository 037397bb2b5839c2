/** A mistake that the check found, and the element of the page that it is about. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly what: string;
  readonly fix: string;
  /** Id of an element, or empty for the page as a whole. */
  readonly anchor: string;
}

/** Whether a finding is about the page at a path of the site (without the base, with a slash at both ends). */
export function isAbout({ file }: Pick<Finding, 'file'>, path: string): boolean {
  const lesson = /^\/learn\/(.+)\/$/.exec(path)?.[1];
  if (lesson !== undefined) return file.endsWith(`/${lesson}.mdx`);
  const exercise = /^\/exercises\/([^/]+)\/$/.exec(path)?.[1];
  return exercise !== undefined && file.includes(`/${exercise}/`) && !file.includes('/_datasets/');
}

/** The text with one full stop at its end, whether it came with one or not. */
export function asSentence(text: string): string {
  return `${text.replace(/[.\s]*$/, '')}.`;
}

/** How much was found beside what is listed: in this page, and elsewhere in the course. */
export function othersInWords(here: number, others: number): string {
  const lists = `npm run check -- --files lists ${others === 1 ? 'it' : 'them'}`;
  if (here === 0 && others === 0) return 'Nothing found, in this page or elsewhere in the course.';
  if (others === 0) return 'Nothing found elsewhere in the course.';
  if (here === 0) return `Nothing found in this page; ${others} found elsewhere in the course: ${lists}.`;
  return `${others} more found elsewhere in the course: ${lists}.`;
}
