import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

/** How a Chromium is started that is measured. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-renderer-backgrounding',
];

function installedPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/** The Chromium of `CHROMIUM_PATH` or of the system, or else Playwright's own. */
export function chromiumPath(): string {
  return installedPath() ?? chromium.executablePath();
}

/** Starts it for Playwright to drive. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = installedPath();
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: FLAGS });
}
