import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { recordedPlan, recordings } from '../../plan/corpus/read-corpus.ts';
import { explainPlan } from '../../plan/explain-node.ts';
import { listNodes } from '../../plan/metrics.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { PlanCompare } from './plan-compare.tsx';
import { PlanTable } from './plan-table.tsx';
import { PlanJson, PlanText } from './plan-text.tsx';
import { PlanView } from './plan-view.tsx';

const names = recordings.map(({ name }) => name);
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&#x27;')
    .replaceAll('"', '&quot;');
const count = (text: string, part: string) => text.split(part).length - 1;

it.each(names)('%s is drawn as a tree with a sentence for every node that shows', (name) => {
  const plan = recordedPlan(name);
  const html = renderToStaticMarkup(<PlanView plan={plan} />);
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  for (const node of listNodes(plan.root)) {
    const hidden = listNodes(plan.root).some(
      (above) => above.actual?.loops === 0 && node.id.startsWith(`${above.id}.`),
    );
    if (!hidden) expect(html).toContain(escaped(explainPlan(plan).get(node.id) ?? ''));
  }
});

it('times say which they are', () => {
  const html = renderToStaticMarkup(<PlanView plan={recordedPlan(names[0] ?? '')} />);
  expect(html.replace(/<[^>]+>/g, '')).toMatch(/execution [\d.]+ ms · .* · planning [\d.]+ ms/);
});

it.each(names)('%s is drawn as a table with a row for every node', (name) => {
  const plan = recordedPlan(name);
  const html = renderToStaticMarkup(<PlanTable plan={plan} />);
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(count(html, 'scope="row"')).toBe(listNodes(plan.root).length);
});

describe('PlanView', () => {
  const html = renderToStaticMarkup(<PlanView plan={recordedPlan('bad-estimate')} />);

  it('names first where to look', () => {
    expect(html.indexOf('Costliest')).toBeLessThan(html.indexOf('role="tablist"'));
    expect(html).toContain('expected 1, got 50: 50 times too low');
    expect(html).toContain('101 of 124 pages');
  });

  it('has one tab selected and its panel named by it', () => {
    expect(count(html, 'role="tab"')).toBe(4);
    expect(count(html, 'aria-selected="true"')).toBe(1);
    const panel = /role="tabpanel" id="[^"]+" aria-labelledby="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`id="${panel}" aria-controls`);
  });

  it('tells of a trigger that took longer than any node', () => {
    const trigger = renderToStaticMarkup(<PlanView plan={recordedPlan('insert-trigger')} />);
    expect(trigger).toContain('Trigger accounts_audit');
  });

  it('tells of compiling and of planning that took a large part', () => {
    const jit = { ...recordedPlan('server-jit'), jitMs: 400, executionMs: 500, planningMs: 600 };
    const text = renderToStaticMarkup(<PlanView plan={jit} />).replace(/<[^>]+>/g, ' ');
    expect(text).toMatch(/Compiling \(JIT\) .*400 ms, 80 % of the time; jit = off does without/);
    expect(text).toMatch(/Planning\s+Longer than the execution\s+600 ms and 500 ms/);
    expect(html).not.toMatch(/Compiling|Longer than/);
  });

  it('tells of a foreign key check after a step that took longer', () => {
    const read =
      readPlan(`Delete on t  (cost=1.00..9.00 rows=0 width=0) (actual time=60.0..60.0 rows=0 loops=1)
  ->  Seq Scan on t  (cost=0.00..4.00 rows=9 width=6) (actual time=0.1..1.0 rows=9 loops=1)
Trigger for constraint slow: time=35.000 calls=9
Execution Time: 100.000 ms`);
    if (read.kind !== 'plan') throw new Error(read.message);
    const html = renderToStaticMarkup(<PlanView plan={read.plan} />);
    expect(html.replace(/<[^>]+>/g, ' ')).toMatch(
      /Costliest\s+Delete on t .*Beside the steps\s+Foreign key slow/,
    );
  });

  it('draws what it does not know and never runs what a plan says', () => {
    const read = readPlan([{ Plan: { 'Node Type': '<img src=x onerror=alert(1)>', Filter: '<script>' } }]);
    if (read.kind !== 'plan') throw new Error(read.message);
    const strange = renderToStaticMarkup(<PlanView plan={read.plan} />);
    expect(strange).toContain('&lt;img src=x');
    expect(strange).not.toContain('<img');
  });
});

it('text and JSON are those of the plan', () => {
  const plan = recordedPlan('index-scan');
  expect(renderToStaticMarkup(<PlanText plan={plan} />)).toContain(
    'Index Scan using orders_pkey on orders  (cost=',
  );
  expect(renderToStaticMarkup(<PlanJson plan={plan} />)).toContain(
    '&quot;Node Type&quot;: &quot;Index Scan&quot;',
  );
});

it('a comparison says what changed above both plans', () => {
  const html = renderToStaticMarkup(
    <PlanCompare before={recordedPlan('seq-scan-filter')} after={recordedPlan('bitmap-heap-scan')} />,
  );
  expect(html).toContain(
    'The Seq Scan on orders became a Bitmap Heap Scan through orders_customer_id_idx: 267\u00a0pages to 12',
  );
  expect(html.indexOf('became')).toBeLessThan(html.indexOf('aria-label="Before"'));
  expect(html).toContain('was Seq Scan');
});
