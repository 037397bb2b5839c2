import { isEnded } from '../../sql/is-ended.ts';
import { writeFragment } from './link.ts';

/** Texts of a page that belong together, in the order in which they run. */
export interface Carried {
  readonly dataset: string;
  /** What must have run before the text. */
  readonly before: readonly string[];
  readonly text: string;
}

function ended(sql: string): string {
  const text = sql.trimEnd();
  if (isEnded(text)) return text;
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  return lastLine.includes('--') ? `${text}\n;` : `${text};`;
}

/** The playground's address with a text in it, and before it what must have run. Too long a text stays behind. */
export function playgroundAddress(playground: string, { dataset, before, text }: Carried): string {
  const steps = before.filter((sql) => sql.trim() !== '');
  const whole =
    steps.length === 0
      ? text
      : `-- What must have run before\n${steps.map(ended).join('\n\n')}\n\n-- The text itself\n${text}`;
  const path = playground.replace(/[?#].*$/, '');
  return `${path}?dataset=${encodeURIComponent(dataset)}${writeFragment({ dataset, text: whole }) ?? ''}`;
}
