import type { Shelf } from '../../progress/store.ts';
import { openCmi5 } from './cmi5.ts';
import { type Beginning, beginVisit, type Visit } from './kept.ts';
import { readLaunch, readLearner } from './launch.ts';
import { noticeLine, whenRead } from './notice.ts';
import type { PackagedPage } from './outcome.ts';
import type { Reporter } from './reporter.ts';
import { findScorm12Api, openScorm12 } from './scorm12.ts';
import { type Begun, watch } from './watch.ts';

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

const NEWER_IS_LEFT =
  'Your course system keeps what a newer version of this page wrote. It is left as it is: what you write now is not kept there.';

const page = readPage();
const openedAt = Date.now();

/** Who hears of this visit, and what it begins with. */
interface Opened extends Begun {
  readonly reporter: Reporter | undefined;
}

/** The browser's storage, or the tab's. */
function findShelf(kind: 'localStorage' | 'sessionStorage' = 'localStorage'): Shelf | undefined {
  try {
    return window[kind];
  } catch {
    return undefined;
  }
}

/** Tells the page's own store where this learner's progress is. */
function bringOut(visit: Visit): Beginning {
  const beginning = beginVisit(findShelf(), page, visit);
  root.progressKey = beginning.key;
  if (beginning.handed) root.progressHanded = JSON.stringify(beginning.handed);
  return beginning;
}

function openReporter(): Opened {
  const alone = { before: undefined, kept: 'none', since: openedAt } as const;
  const launch = readLaunch(location.search);
  if (launch) {
    bringOut({ learner: readLearner(launch), kept: '', fresh: false });
    const around = { shelf: findShelf(), tab: findShelf('sessionStorage'), tell: noticeLine() };
    return { ...alone, reporter: openCmi5(launch, around) };
  }
  const api = findScorm12Api(window);
  if (!api) return { ...alone, reporter: undefined };
  const { visit, preview, reporter } = openScorm12(api, noticeLine());
  if (preview) noticeLine()('This is a preview: what you do here is not reported to your course system.');
  const { part: before, kept } = bringOut(visit);
  if (kept === 'newer') noticeLine()(NEWER_IS_LEFT);
  // Of a learner whom the course system names, what an earlier visit left is known to be theirs.
  return { before, kept, since: visit.learner === '' ? openedAt : 0, reporter };
}

/** The package holds one page: what leads to others is left alone only where it leads to the site. */
function keepInside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const address = link?.getAttribute('href') ?? '';
  if (!address.startsWith('/')) return;
  event.preventDefault();
  if (root.packageSite) open(new URL(address.slice(1), root.packageSite), '_blank', 'noopener');
}

const { reporter, ...begun } = openReporter();
const { tell } = watch(window, page, begun, reporter);
addEventListener('pageshow', ({ persisted }) => {
  // The session ended when the page was left: what is loaded again begins a new one from what was kept, or says so.
  if (persisted) location.reload();
});
addEventListener('click', keepInside);
whenRead(tell);
if (reporter === undefined)
  noticeLine()('No course system was found around this page: what you do here is not reported to any.');
