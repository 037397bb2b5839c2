import { describe, expect, it } from 'vitest';
import { recordedPlan, recordings } from './corpus/read-corpus.ts';
import { explainPlan } from './explain-node.ts';
import { listNodes, totalsOf } from './metrics.ts';
import type { Plan } from './plan.ts';
import { printText } from './print-text.ts';
import { readPlan } from './read-plan.ts';

function planOf(text: string): Plan {
  const read = readPlan(text);
  if (read.kind !== 'plan') throw new Error(read.message);
  return read.plan;
}

const all = recordings.map(({ name, text }) => [name, text] as const);

it.each(all)('%s: a text plan prints as it was read', (_, text) => {
  // A count below one half for each loop is 0 in the text, and JSON cannot tell it from none.
  expect(printText(planOf(text))).toBe(text.replace(/^ *Rows Removed by [\w ]+: 0$\n/gm, ''));
});

it.each(all)('%s: a text plan reads like its JSON', (name, text) => {
  const [fromText, fromJson] = [planOf(text), recordedPlan(name)];
  const shape = (plan: Plan) =>
    listNodes(plan.root).map(
      ({ id, kind, name, relationship, relation, alias, index, subplanName, sortKey, filter }) => ({
        id,
        kind,
        name,
        relationship,
        relation,
        alias,
        index,
        subplanName,
        sortKey,
        filter,
      }),
    );
  expect(shape(fromText)).toEqual(shape(fromJson));
  expect(explainPlan(fromText).size).toBe(explainPlan(fromJson).size);
});

describe('readPlan of text', () => {
  const { text } = recordings.find(({ name }) => name === 'bitmap-or') ?? { text: '' };

  it('takes what psql prints around it', () => {
    const framed = `          QUERY PLAN\n-------------------\n${text.replace(/^/gm, ' ')}\n(17 rows)\n`;
    expect(printText(planOf(framed))).toBe(text);
  });

  it('takes a column of quoted lines', () => {
    expect(printText(planOf(text.replace(/^(.*)$/gm, '"$1"')))).toBe(text);
  });

  it('has the figures', () => {
    expect(totalsOf(planOf(text))).toMatchObject({ pages: 14, rows: 57 });
  });
});
