import type { Page } from '@playwright/test';

/** Keeps the engine's files from a page until the returned function is called. */
export async function holdDownloads(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/engine/*.bin', async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
