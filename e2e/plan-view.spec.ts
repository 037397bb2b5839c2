import { expect } from '@playwright/test';
import { formatCount, formatFactor, formatMs } from '../src/plan/format-figures.ts';
import { column, draw, GROUPS, JOIN, LOOPS } from './open-plan.ts';
import { openPlayground } from './open-playground.ts';
import {
  drawnJson,
  explainRaw,
  nodesOf,
  ownMs,
  ownPages,
  pagesWithBelow,
  type RawNode,
} from './plan-json.ts';
import { test } from './warm-browser.ts';

test('rows, pages and times of every node are its own, summed over its loops', async ({ page }) => {
  const play = await draw(page, `${LOOPS}\n${JOIN};`);
  await test.step('a factor under loops is that of one loop, and says so', async () => {
    const inner = nodesOf(await drawnJson(play)).at(-1);
    await play.plan.getByRole('tab', { name: 'Tree' }).click();
    const each = formatCount(inner?.['Actual Rows'] ?? 0);
    await expect(play.plan).toContainText(
      `${each} in each of 20 loops, est. ${formatCount(inner?.['Plan Rows'] ?? 0)}`,
    );
  });
  await test.step('every figure of the table is that of the node', async () => {
    const nodes = nodesOf(await drawnJson(play));
    const inner = nodes.at(-1);
    expect(inner?.['Actual Loops']).toBe(20);
    await play.plan.getByRole('tab', { name: 'Table' }).click();
    expect(await column(play, 'Own pages')).toEqual(nodes.map((node) => formatCount(ownPages(node))));
    expect(await column(play, 'Pages with below')).toEqual(
      nodes.map((node) => formatCount(pagesWithBelow(node))),
    );
    expect(await column(play, 'Own time')).toEqual(
      nodes.map((node) => formatMs(Math.round(ownMs(node) * 1e6) / 1e6)),
    );
    expect(await column(play, 'Loops')).toEqual(nodes.map((node) => String(node['Actual Loops'])));
    const rows = await column(play, 'Rows');
    await play.show('Results');
    await play.run('select count(*) from orders where customer_id <= 20;');
    const counted = Number(await play.results.getByRole('cell').first().textContent());
    expect(counted).toBeGreaterThan(20);
    expect(rows.at(-1)).toBe(formatCount(counted));
    expect(rows[0]).toBe(formatCount(counted));
  });
});

/** What EXPLAIN calls a node in its text format. */
function nameOf({ 'Node Type': type, Strategy }: RawNode): string {
  if (type !== 'Aggregate') return type;
  return { Hashed: 'HashAggregate', Sorted: 'GroupAggregate' }[Strategy ?? ''] ?? type;
}

/** How far off an estimate is, in the worse direction. */
function factorOf(node: RawNode): number {
  const [rows, expected] = [Math.max(1, node['Actual Rows']), Math.max(1, node['Plan Rows'])];
  return Math.max(rows / expected, expected / rows);
}

function most(nodes: readonly RawNode[], of: (node: RawNode) => number): RawNode {
  const [first] = [...nodes].sort((a, b) => of(b) - of(a));
  if (first === undefined) throw new Error('a plan without a node');
  return first;
}

test('the costliest node, the worst estimate and the largest read are named first, and lead to their nodes', async ({
  page,
}) => {
  const play = await draw(page, `${GROUPS};`);
  const nodes = nodesOf(await drawnJson(play));
  await play.plan.getByRole('tab', { name: 'Tree' }).click();
  const finding = (what: RegExp) =>
    play.plan
      .getByRole('listitem')
      .filter({ has: page.getByText(what) })
      .first();
  const costliest = most(nodes, ownMs);
  await expect(finding(/^Costliest/)).toContainText(nameOf(costliest));
  await expect(finding(/^Costliest/)).toContainText(formatMs(Math.round(ownMs(costliest) * 1e6) / 1e6));
  const reader = most(nodes, ownPages);
  const [root] = nodes;
  await expect(finding(/largest read/i)).toContainText(
    `${formatCount(ownPages(reader))} of ${formatCount(root ? pagesWithBelow(root) : 0)} pages`,
  );
  const worst = most(nodes, factorOf);
  expect(factorOf(worst)).toBeGreaterThan(2);
  await expect(finding(/worst estimate/i)).toContainText(`${formatFactor(factorOf(worst))} times too`);
  const lead = finding(/worst estimate/i).getByRole('button');
  const name = (await lead.textContent()) ?? '';
  await lead.press('Enter');
  const focused = page.locator('.pw-plan-node:focus');
  await expect(focused).toContainText(name.split(' on ')[0] ?? name);
  await test.step('who unfolds a part by keyboard keeps the focus at its node, on a button large enough to touch', async () => {
    const fold = play.plan.getByRole('button', { name: /^Nodes below/ }).first();
    expect((await fold.boundingBox())?.width).toBeGreaterThanOrEqual(24);
    await fold.press('Enter');
    await play.plan.getByRole('button', { name: /^Show \d+ nodes? below$/ }).press('Enter');
    await expect(fold).toBeFocused();
    await expect(play.plan.locator('.pw-plan-node')).toHaveCount(nodes.length);
  });
});

test('what never ran, and what ran before it, are said and drawn where they belong', async ({ page }) => {
  const play = await draw(
    page,
    `set enable_hashjoin = off; set enable_mergejoin = off; set enable_material = off;
     with few as materialized (select id from customers where id < 0)
     select o.id, (select max(id) from categories) from few join orders o on o.customer_id = few.id
     where o.id > (select min(id) from products);`,
  );
  await expect(play.plan.getByText('never executed').first()).toBeVisible();
  await expect(play.plan).toContainText('CTE few, read below by CTE Scan');
  await expect(play.plan).toContainText(/InitPlan \d+, run once/);
});

test('a plan of more than forty nodes is drawn whole, and a wide one can be read at 360 pixels', async ({
  page,
}) => {
  const parts = Array.from(
    { length: 20 },
    (_, at) => `(select id from customers where id > ${at} order by name limit 1)`,
  );
  const play = await draw(page, `${parts.join(' union all ')};`);
  const count = nodesOf(await drawnJson(play)).length;
  expect(count).toBeGreaterThan(40);
  await play.plan.getByRole('tab', { name: 'Tree' }).click();
  await expect(play.plan.locator('.pw-plan-node')).toHaveCount(count);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a node says how such a node works, and leads to its lesson', async ({ page }) => {
  const play = await draw(page, 'select id, total from orders where customer_id = 42;');
  const { pages, removed } = await explainRaw(
    play,
    'select id, total from orders where customer_id = 42',
  ).then((root) => ({ pages: ownPages(root), removed: 200_000 - root['Actual Rows'] }));
  await play.show('Plan');
  await expect(play.plan).toContainText(
    `Read all ${formatCount(pages)} pages of orders and threw away ${formatCount(removed)} of 200,000 rows.`,
  );
  await expect(play.plan).toContainText(`share a scan of ${formatCount(pages)} pages`);
  await play.plan.getByRole('button', { name: 'More about Seq Scan' }).press('Enter');
  await expect(play.plan).toContainText('A sequential scan reads every page');
  const link = play.plan.getByRole('link', { name: 'The lesson on it' });
  await expect(link).toHaveAttribute('href', /learn\/foundations\/selectivity\/$/);
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
});

test('a plan of 5 MB from elsewhere is refused in a sentence, and the page goes on', async ({ page }) => {
  const play = await openPlayground(page);
  await play.show('Plan');
  await page.getByText('Look at a plan from elsewhere').click();
  const field = play.plan.getByRole('textbox');
  const node = {
    'Node Type': 'Seq Scan',
    'Relation Name': 'orders',
    'Total Cost': 9,
    Output: ['x'.repeat(5_000_000)],
  };
  const whole = JSON.stringify([{ Plan: node }]);
  expect(whole.length).toBeGreaterThan(5_000_000);
  await field.fill(whole);
  await expect(play.plan.getByRole('status')).toContainText(
    'This is 5.0 million characters; up to 2 million are read here.',
  );
  expect(await field.inputValue()).toHaveLength(whole.length);
  await field.fill('');
  await play.show('Results');
  await play.run('select 6 * 7;');
  await expect(play.results).toContainText('42');
});
