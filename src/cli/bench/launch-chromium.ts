import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-renderer-backgrounding',
];

/** The Chromium of `CHROMIUM_PATH` or of the system, or else Playwright's own. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: FLAGS });
}
