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

/** Of more than these nobody reads the first. */
const MOST_TOLD = 12;

/** What was found in a round and not in the one before, a line each, as the check prints it; once all is mended, that. */
export function newInWords(before: readonly Finding[], now: readonly Finding[]): readonly string[] {
  const line = ({ file, line: at, column, what, fix }: Finding) =>
    `${file}:${at}:${column ?? 1}: ${asSentence(what)} Fix: ${asSentence(fix)}`;
  const known = before.map(line);
  const fresh = now.map(line).filter((one) => !known.includes(one));
  if (now.length === 0 && before.length > 0) return ['nothing is found in the files any more'];
  const rest = fresh.length - MOST_TOLD;
  return rest > 0
    ? [...fresh.slice(0, MOST_TOLD), `${rest} more: npm run check -- --files lists them`]
    : fresh;
}

/** What a save in a dataset's folder leaves as it was. */
export function staleInWords(dataset: string): string {
  return `${dataset} has changed: npm run check -- ${dataset} builds its data and counts its rows; pages have them after a new start of this server`;
}

/** What is to be listed in a page: what a run of it found, wherever that is, and what the files show of it. */
export function findingsHere(
  files: readonly Finding[],
  run: readonly Finding[],
  path: string,
): { readonly here: readonly Finding[]; readonly elsewhere: number } {
  const key = ({ file, line, what }: Finding) => JSON.stringify([file, line, what]);
  const ran = run.map(key);
  const all = [...new Map([...run, ...files].map((one) => [key(one), one])).values()];
  const here = all.filter((finding) => ran.includes(key(finding)) || isAbout(finding, path));
  return { here, elsewhere: all.length - here.length };
}

/** How much was found beside what is listed: in this page, and elsewhere in the course. */
export function othersInWords(here: number, others: number): string {
  const lists = `npm run check -- --files lists ${others === 1 ? 'it' : 'them'}`;
  if (here === 0 && others === 0) return 'Nothing found, in this page or elsewhere in the course.';
  if (others === 0) return 'Nothing found elsewhere in the course.';
  if (here === 0) return `Nothing found in this page; ${others} found elsewhere in the course: ${lists}.`;
  return `${others} more found elsewhere in the course: ${lists}.`;
}
