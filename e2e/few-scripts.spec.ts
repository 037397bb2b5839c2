import { expect } from '@playwright/test';
import { firstVisit } from './warm-browser.ts';
import { openExercise } from './workbench.ts';

/** Each takes a few ms of the page's time, when the database needs it most; thirty before they were put together. */
const FEW = 16;

firstVisit('an exercise’s page works when few scripts have come', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await openExercise(page, 'one-customers-orders');
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.length, scripts.join('\n')).toBeLessThan(FEW);
});
