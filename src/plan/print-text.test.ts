import { expect, it } from 'vitest';
import { recordedPlan, recordings } from './corpus/read-corpus.ts';
import { printText } from './print-text.ts';

/** The JSON and the text of a recording are two runs: times differ, and so may what parallel workers did. */
function steady(name: string, text: string): string {
  const timeless = text
    .replace(/time=[\d.]+(\.\.[\d.]+)?/g, 'time=T')
    .replace(/^( *(Planning Time|Execution Time|Timing|I\/O Timings):).*$/gm, '$1 T')
    // A count below one half for each loop is 0 in JSON, where the text form knows that it is not none.
    .replace(/^ *Rows Removed by [\w ]+: 0$\n?/gm, '')
    .replace(/^ *I\/O Timings: T$\n?/gm, '');
  const moves = name.startsWith('server-') || /\b(Insert|Update|Delete|Merge) on /.test(text);
  return moves ? timeless.replace(/\d+/g, 'N') : timeless;
}

it.each(recordings.map(({ name, text }) => [name, text] as const))(
  '%s prints as PostgreSQL prints it',
  (name, text) => {
    expect(steady(name, printText(recordedPlan(name)))).toBe(steady(name, text));
  },
);
