import type { Progress } from '../../progress/progress.ts';
import { openCmi5, readLaunch } from './cmi5.ts';
import { afterCheck, afterProgress, type CheckedDetail, nothingYet, type PackagedPage } from './outcome.ts';
import type { Reporter } from './reporter.ts';
import { findScorm12Api, openScorm12 } from './scorm12.ts';

/** Runs inside a package only: tells the course system what the reader does on the one page that the package holds. */

declare global {
  interface WindowEventMap {
    'planwright:checked': CustomEvent<CheckedDetail>;
    'planwright:progress': CustomEvent<Progress>;
  }
}

function readPage(): PackagedPage {
  const { packageKind, packageId } = document.documentElement.dataset;
  const predictions = document.querySelectorAll('pw-predict').length;
  return { kind: packageKind === 'lesson' ? 'lesson' : 'exercise', id: packageId ?? '', predictions };
}

function say(text: string): void {
  const line = document.createElement('p');
  line.className = 'pw-notice pw-package-notice';
  line.setAttribute('role', 'status');
  line.textContent = text;
  document.body.prepend(line);
}

async function openReporter(): Promise<Reporter | undefined> {
  const launch = readLaunch(location.search);
  if (launch) return openCmi5(launch);
  const api = findScorm12Api(window);
  return api && openScorm12(api);
}

/** The package holds one page: what leads to others is left alone only where it leads to the site. */
function keepInside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const address = link?.getAttribute('href') ?? '';
  if (!address.startsWith('/')) return;
  event.preventDefault();
  const { packageSite } = document.documentElement.dataset;
  if (packageSite) open(new URL(address.slice(1), packageSite), '_blank', 'noopener');
}

const page = readPage();
const openedAt = Date.now();
let outcome = nothingYet;
const reporter = openReporter().catch(() => undefined);
const tell = () => void reporter.then((to) => to?.report(outcome));

addEventListener('planwright:checked', ({ detail }) => {
  outcome = afterCheck(outcome, page, detail);
  tell();
});
addEventListener('planwright:progress', ({ detail }) => {
  const next = afterProgress(outcome, page, detail, openedAt);
  if (next.complete === outcome.complete && next.score === outcome.score) return;
  outcome = next;
  tell();
});
addEventListener('pagehide', () => void reporter.then((to) => to?.close()));
addEventListener('click', keepInside);
if ((await reporter) === undefined)
  say('No course system was found around this page: what you do here is not reported to any.');
