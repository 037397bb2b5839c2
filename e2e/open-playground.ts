import { expect, type Page } from '@playwright/test';
import { type Bench, benchOf } from './workbench.ts';

export interface Play extends Bench {
  /** Puts a text in place, presses Run and waits until everything about it is there. */
  run(sql: string): Promise<void>;
  show(pane: 'Results' | 'Plan' | 'Pages' | 'Why not?' | 'Bounds' | 'Inside' | 'Runs'): Promise<void>;
}

/** Opens the playground and waits until its buttons work. */
export async function openPlayground(page: Page, dataset?: string): Promise<Play> {
  await page.goto(`playground/${dataset ? `?dataset=${dataset}` : ''}`);
  return playOf(page);
}

export async function playOf(page: Page): Promise<Play> {
  const bench = benchOf(page);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  return {
    ...bench,
    async run(sql) {
      await bench.put(sql);
      await bench.press('Run');
      await bench.idle();
    },
    async show(pane) {
      await page.getByRole('tab', { name: pane }).click();
    },
  };
}
