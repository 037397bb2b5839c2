import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const executablePath = places.find((path) => path && existsSync(path));
const port = Number(process.env.E2E_PORT ?? 4329);

/** What Playwright 1.65 leaves out of Chromium: of this switch only the last counts, so its names are said again. */
const LEFT_OUT_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];
/** Pages of Chromium's own address bar: each new window loads them in a process of their own, and nobody sees them. */
const OWN_POPUPS = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/**
 * Let Chromium keep freed memory for what comes next, where it gives each large block back to the system at once: that was
 * a tenth of the processor's time of a journey.
 */
const KEPT_MEMORY = ['PartitionAllocLargeEmptySlotSpanRing', 'PartitionAllocAdjustSizeWhenInForeground'];
/** What Playwright 1.65 switches on itself: again only the last switch counts. */
const ON_IN_PLAYWRIGHT = ['CDPScreenshotNewSurface', 'SkipListAccountsWithoutGaiaCookies'];

/** The journeys, in a real Chromium against the built site, served as a static host would. */
export default defineConfig({
  testDir: 'e2e',
  timeout: 240_000,
  // Whether something comes, not how soon: the first start of the engine may take long on a busy machine.
  expect: { timeout: 60_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // Named as flaky in what is printed, so that it is seen and mended.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // What is compiled once more, to run faster, seldom repays it before a journey ends: a tenth of the processor's time.
        '--js-flags=--liftoff-only',
        `--disable-features=${[...LEFT_OUT_BY_PLAYWRIGHT, ...OWN_POPUPS].join()}`,
        `--enable-features=${[...ON_IN_PLAYWRIGHT, ...KEPT_MEMORY].join()}`,
      ],
    },
  },
  webServer: {
    command: 'node scripts/serve.mjs dist',
    url: `http://127.0.0.1:${port}/`,
    env: { PORT: String(port), BASE_PATH: '/' },
    reuseExistingServer: false,
  },
});
