import { describe, expect, it } from 'vitest';
import { recordedPlan, recordings } from './corpus/read-corpus.ts';
import { findCutOff } from './cut-off.ts';
import type { Plan } from './plan.ts';
import { printText } from './print-text.ts';
import { readPlan } from './read-plan.ts';

const { text } = recordings.find(({ name }) => name === 'bitmap-or') ?? { text: '' };
const lines = text.split('\n');
const json = JSON.stringify(recordings.find(({ name }) => name === 'bitmap-or')?.json, null, 2);
const wide = Math.max(...lines.map(({ length }) => length));
/** In the middle of the times of the widest line. */
const cutAt = lines.reduce((at, line) => Math.max(at, line.search(/(?<=actual time=\d\.\d)/)), 0);
const each = (frame: (line: string, at: number) => string) => lines.map(frame).join('\n');
const bar = (line: string) => `| ${line.padEnd(wide)} |`;
const rule = `+${'-'.repeat(wide + 2)}+`;

function planOf(pasted: string): Plan {
  const read = readPlan(pasted);
  if (read.kind !== 'plan') throw new Error(read.message);
  return read.plan;
}

describe('a plan is read from', () => {
  it.each([
    ['a psql table with borders', `${rule}\n${bar('QUERY PLAN')}\n${rule}\n${each(bar)}\n${rule}\n(17 rows)`],
    ['one drawn with lines', `┌───┐\n│QUERY PLAN│\n├───┤\n${each((line) => `│ ${line} │`)}\n└───┘`],
    ['psql’s expanded form', each((line, at) => `-[ RECORD ${at + 1} ]----\nQUERY PLAN | ${line}`)],
    [
      'psql of another language',
      `  QUERY PLAN\n-----\n${each((line) => ` ${line}`)}\n(17 Zeilen)\n\nZeit: 1,234 ms`,
    ],
    [
      'a terminal with its prompt',
      `shop=# explain analyze\nshop-# select 1;\n QUERY PLAN\n----\n${each((line) => ` ${line}`)}`,
    ],
    ['another system’s line ends', text.replaceAll('\n', '\r\n')],
    ['a mail', each((line) => `> ${line}`)],
    ['a page with spaces that do not break', text.replaceAll('  ', '\u00a0 ')],
    ['the source of a page', text.replaceAll('>', '&gt;')],
    ['a log', `2026-05-01 10:00:00 UTC [471] LOG:  duration: 4.2 ms  plan:\n${each((line) => `\t${line}`)}`],
    [
      'a log that syslog wrote',
      each((line, at) => `May  1 10:00:00 db postgres[471]: [7-${at + 2}] #011${line}`),
    ],
    ['a container’s log', each((line) => `db-1  | \t${line}`)],
    [
      'a table drawn with double lines',
      `╔═══╗\n║QUERY PLAN║\n╠═══╣\n${each((line) => `║ ${line} ║`)}\n╚═══╝`,
    ],
    ['a column in single quotes', each((line) => `'${line}'`)],
    ['a column whose first quote was lost', each((line) => `"${line}"`).slice(1)],
    ['a terminal that cut its lines', text.replace(new RegExp(`^(.{${cutAt}})`, 'gm'), '$1\n')],
    ['a fence', `\`\`\`sql\n${text}\n\`\`\``],
    ['the first of two plans', `${text}\n\n${lines[0]}\nExecution Time: 9.999 ms`],
    ['a heading broken in two', text.replace(/ \(actual/, '\n(actual').replace(/ loops=1\)/, '\nloops=1)')],
  ])('%s', (_, pasted) => expect(printText(planOf(pasted))).toBe(text));

  it.each([
    ['borders', each2(json, (line) => `| ${line.padEnd(90)}+|`)],
    ['lines', each2(json, (line) => `│ ${line.padEnd(90)}↵│`)],
    ['the expanded form', each2(json, (line, at) => `${at === 0 ? 'QUERY PLAN' : '          '} | ${line}+`)],
    ['CSV', `QUERY PLAN\n"${json.replaceAll('"', '""')}"`],
    [
      'a log',
      `10:00:00 [471] LOG:  duration: 4.2 ms  plan:\n${each2(json.slice(2, -2), (line) => `\t${line}`)}`,
    ],
    ['a string', JSON.stringify(json)],
  ])('JSON in %s', (_, pasted) => expect(planOf(pasted)).toEqual(recordedPlan('bitmap-or')));
});

function each2(value: string, frame: (line: string, at: number) => string): string {
  return value.split('\n').map(frame).join('\n');
}

describe('what is not whole', () => {
  it.each([
    ['without indentation', each((line) => line.trim()), 'indentation'],
    ['without its beginning', lines.slice(4).join('\n'), 'first line of this plan is missing'],
    ['JSON cut off', json.slice(0, 900), 'cut off'],
    ['YAML', '- Plan: \n    Node Type: "Limit"\n', 'YAML or XML'],
    ['XML', '<explain>\n  <Query>\n    <Plan>\n      <Node-Type>Limit</Node-Type>', 'YAML or XML'],
  ])('%s: is refused with what to do', (_, pasted, reason) =>
    expect(readPlan(pasted)).toHaveProperty('message', expect.stringContaining(reason)),
  );

  it('keeps two dots that a terminal parted', () => {
    const [plan] = [
      planOf('Sort  (cost=1.00..2.00 rows=3 width=4) (actual time=7.355.\n.9667.185 rows=3 loops=1)'),
    ];
    expect(plan.root.actual?.ms).toBe(9667.185);
  });

  it('parts two figures whose space went with the end of a line', () => {
    const plan = planOf(
      'Sort  (cost=1.00..2.00 rows=3 width=4) (actual time=7.355..9667.185 rows=3\nloops=2)',
    );
    expect(plan.root.actual?.loops).toBe(2);
  });

  it('is told of a plan that lost its end', () => {
    expect(findCutOff(planOf(lines.slice(0, 3).join('\n')))?.kind).toBe('Bitmap Heap Scan');
    expect(recordings.flatMap(({ name }) => findCutOff(recordedPlan(name)) ?? [])).toEqual([]);
  });
});
