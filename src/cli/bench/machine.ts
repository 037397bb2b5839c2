import type { Browser, Page } from '@playwright/test';

/** What looking into the machine takes on the built playground, in ms; each a sample a round. */
export interface MachineSamples {
  /** From pasting a plan of 40 nodes to its tree on the page. */
  readonly drawPlanMs: readonly number[];
  /** From asking for the pages of a table of 5,000 to its squares on the page, the query included. */
  readonly lightPagesMs: readonly number[];
  /** From choosing a second bound to the last of 40 × 40 planned and drawn queries. */
  readonly fillGridMs: readonly number[];
}

const TIMEOUT = { timeout: 180_000 };
const NODES = 40;

const SCAN = {
  'Node Type': 'Seq Scan',
  'Parent Relationship': 'Member',
  'Startup Cost': 0,
  'Total Cost': 10,
  'Plan Rows': 100,
  'Plan Width': 8,
  'Actual Startup Time': 0.01,
  'Actual Total Time': 0.5,
  'Actual Rows': 100,
  'Actual Loops': 1,
  'Shared Hit Blocks': 5,
  'Shared Read Blocks': 0,
};

/** What EXPLAIN would print of a query over many small tables. `round` makes each text another one. */
function planOf(nodes: number, round: number): string {
  const scans = Array.from({ length: nodes - 1 }, (_, at) => ({
    ...SCAN,
    'Relation Name': `part_${round}_${at}`,
    Alias: `part_${round}_${at}`,
  }));
  const root = { ...SCAN, 'Node Type': 'Append', 'Actual Total Time': 30, Plans: scans };
  return JSON.stringify([{ Plan: root, 'Planning Time': 0.2, 'Execution Time': 31 }]);
}

async function openPlayground(browser: Browser, site: string, dataset: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site}playground/?dataset=${dataset}`);
  await idle(page);
  return page;
}

const idle = (page: Page) =>
  page.locator('.pw-play-bar button:first-child:not([disabled], [aria-disabled="true"])').waitFor(TIMEOUT);

async function run(page: Page, sql: string): Promise<void> {
  await page.getByRole('region', { name: 'Editor' }).getByRole('textbox').first().focus();
  await page.locator('.monaco-editor').first().waitFor(TIMEOUT);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(sql);
  const busy = page.locator('.pw-play-bar button:first-child[aria-disabled="true"]').waitFor(TIMEOUT);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await busy;
  await idle(page);
}

/** Time in the page from `act` until `selector` has `least` matches and they are painted. */
function untilDrawn(page: Page, act: { press?: string; paste?: string }, selector: string, least: number) {
  return page.evaluate(
    async ({ act: todo, selector: wanted, least: count }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const began = performance.now();
      if (todo.press !== undefined) document.querySelector<HTMLElement>(todo.press)?.click();
      const field = document.querySelector<HTMLTextAreaElement>('.pw-paste textarea');
      if (todo.paste !== undefined && field !== null) {
        const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
        set?.call(field, todo.paste);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      while (document.querySelectorAll(wanted).length < count) await frame();
      await frame();
      return performance.now() - began;
    },
    { act, selector, least },
  );
}

async function measureDrawing(browser: Browser, site: string, rounds: number): Promise<readonly number[]> {
  const page = await openPlayground(browser, site, 'empty');
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page.getByText('Look at a plan from elsewhere').click();
  const samples: number[] = [];
  await untilDrawn(page, { paste: planOf(2, -1) }, '.pw-paste .pw-plan-node', 2);
  for (let round = 0; round < rounds; round += 1) {
    await untilDrawn(page, { paste: planOf(2, round) }, '.pw-paste .pw-plan-node', 2);
    await page
      .locator('.pw-paste .pw-plan-node')
      .nth(2)
      .waitFor({ state: 'detached', ...TIMEOUT });
    samples.push(await untilDrawn(page, { paste: planOf(NODES, round) }, '.pw-paste .pw-plan-node', NODES));
  }
  await page.context().close();
  return samples;
}

async function measurePages(browser: Browser, site: string, rounds: number): Promise<readonly number[]> {
  const page = await openPlayground(browser, site, 'empty');
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await run(
      page,
      `create table wide_${round} as select g as id, repeat('x', 1900) as filler from generate_series(1, 20000) g;
select count(*) from wide_${round} where id % 2 = 0;`,
    );
    await page.getByRole('tab', { name: 'Pages' }).click();
    const name = `[aria-label^="Pages of wide_${round}: all 5,"]`;
    samples.push(await untilDrawn(page, { press: '[aria-label="Pages"] .pw-look-bar button' }, name, 1));
    await idle(page);
  }
  await page.context().close();
  return samples;
}

async function measureGrid(browser: Browser, site: string, rounds: number): Promise<readonly number[]> {
  const page = await openPlayground(browser, site, 'shop');
  await run(
    page,
    `create index on orders (customer_id); create index on orders (created_at);
select id, total from orders where customer_id <= 400 and created_at >= '2024-06-01';`,
  );
  await page.getByRole('tab', { name: 'Bounds' }).click();
  await page.getByRole('button', { name: 'Move its bounds' }).click();
  const second = page.getByRole('combobox', { name: 'and' });
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await second.selectOption({ label: 'nothing else' });
    await page.getByText('With more:').first().waitFor(TIMEOUT);
    await idle(page);
    const began = performance.now();
    await second.selectOption({ index: 1 });
    await page.getByText('queries planned, none of them run').waitFor(TIMEOUT);
    samples.push(performance.now() - began);
    await idle(page);
  }
  await page.context().close();
  return samples;
}

/** Measures what the playground shows of the machine, on the built site. */
export async function measureMachine(
  browser: Browser,
  site: string,
  rounds: number,
): Promise<MachineSamples> {
  return {
    drawPlanMs: await measureDrawing(browser, site, rounds),
    lightPagesMs: await measurePages(browser, site, rounds),
    fillGridMs: await measureGrid(browser, site, rounds),
  };
}
