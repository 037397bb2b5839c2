import { slugsOf } from '../course/slug.ts';

const NAMED = /<(?:Sql|Predict)\b[^>]*\bid="([a-z][a-z0-9-]*)"/;
const HEADING = /^#{2,4}\s+(.+)$/;

/** The region of an exercise's page that a line of its front matter is about. */
function inExercise(text: string, line: number): string {
  const above = text.split('\n').slice(0, line);
  const inFront = above.filter((one) => one.trim() === '---').length < 2;
  const key = above.reverse().find((one) => /^[a-z-]+:/.test(one)) ?? '';
  return inFront && key.startsWith('checks:') ? 'checks' : '';
}

/**
 * The id of the element that a line of a lesson or a task leads to: the block, the prediction or the section that it
 * stands in. Empty where it is about the page as a whole.
 */
export function anchorAt(file: string, text: string, line: number): string {
  if (/\/exercise\.mdx$/.test(file)) return inExercise(text, line);
  if (!file.endsWith('.mdx')) return '';
  const lines = text.split('\n');
  const headings = lines.flatMap((one, at) => (HEADING.test(one) ? [at] : []));
  const slugs = slugsOf(headings.map((at) => (HEADING.exec(lines[at] ?? '')?.[1] ?? '').replaceAll('`', '')));
  for (let at = Math.min(line, lines.length) - 1; at >= 0; at -= 1) {
    const named = NAMED.exec(lines[at] ?? '')?.[1];
    if (named !== undefined) return named;
    const heading = headings.indexOf(at);
    if (heading >= 0) return slugs[heading] ?? '';
    if (/^<\/(Sql|Predict)>/.test(lines[at] ?? '') && at < line - 1) return '';
  }
  return '';
}
