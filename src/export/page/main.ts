import type { Progress } from '../../progress/progress.ts';
import { openCmi5, readLaunch, readLearner } from './cmi5.ts';
import { beginVisit, keyOf } from './kept.ts';
import { noticeLine, whenRead } from './notice.ts';
import type { PackagedPage } from './outcome.ts';
import type { Reporter } from './reporter.ts';
import { findScorm12Api, openScorm12 } from './scorm12.ts';
import { watch } from './watch.ts';

/**
 * Runs inside a package only: tells the course system what the reader does on the one page that the package holds. It
 * runs before the page's own scripts do, so that they find this learner's progress.
 */

const root = document.documentElement.dataset;

function readPage(): PackagedPage {
  const { packageKind, packageId, packagePredictions } = root;
  return {
    kind: packageKind === 'lesson' ? 'lesson' : 'exercise',
    id: packageId ?? '',
    predictions: Number(packagePredictions ?? 0),
  };
}

const page = readPage();
const openedAt = Date.now();

/** What is taken up of earlier visits, and since when the learner's work counts. */
interface Opened {
  readonly reporter: Promise<Reporter | undefined>;
  readonly before: Progress | undefined;
  readonly since: number;
}

function bringOut(visit: Parameters<typeof beginVisit>[2]): Progress | undefined {
  try {
    if (visit.learner === '') return undefined;
    root.progressKey = keyOf(localStorage, visit.learner);
    return beginVisit(localStorage, page, visit);
  } catch {
    // A browser that keeps nothing has nothing of other learners either.
    return undefined;
  }
}

function openReporter(): Opened {
  const launch = readLaunch(location.search);
  if (launch) {
    bringOut({ learner: readLearner(launch), kept: '', fresh: false });
    return { reporter: openCmi5(launch).catch(() => undefined), before: undefined, since: openedAt };
  }
  const api = findScorm12Api(window);
  if (!api) return { reporter: Promise.resolve(undefined), before: undefined, since: openedAt };
  const { visit, preview, reporter } = openScorm12(api, noticeLine());
  if (preview) noticeLine()('This is a preview: what you do here is not reported to your course system.');
  // Of a learner whom the course system names, what an earlier visit left is known to be theirs.
  const since = visit.learner === '' ? openedAt : 0;
  return { reporter: Promise.resolve(reporter), before: bringOut(visit), since };
}

/** The package holds one page: what leads to others is left alone only where it leads to the site. */
function keepInside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const address = link?.getAttribute('href') ?? '';
  if (!address.startsWith('/')) return;
  event.preventDefault();
  if (root.packageSite) open(new URL(address.slice(1), root.packageSite), '_blank', 'noopener');
}

const { reporter, before, since } = openReporter();
const { tell } = watch(window, page, { before, since }, (act) => void reporter.then((to) => to && act(to)));
addEventListener('pageshow', ({ persisted }) => {
  // The session ended when the page was left; a new one begins from what was kept.
  if (persisted) location.reload();
});
addEventListener('click', keepInside);
whenRead(tell);
void reporter.then((to) => {
  if (to === undefined)
    noticeLine()('No course system was found around this page: what you do here is not reported to any.');
});
