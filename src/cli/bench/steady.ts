import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { basePath } from '../../../scripts/built.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { UserMistake } from '../../authoring/user-mistake.ts';
import type { Engine } from '../../engine/engine.ts';
import { readExerciseFolder } from '../check-exercises.ts';
import { EXIT } from '../exit.ts';
import { findPlaces, type Places } from '../places.ts';
import { prepareEngine } from '../prepare.ts';
import { AuthorMistakes } from '../problems.ts';
import { launchChromium } from './launch-chromium.ts';
import { keepNodeBusy, LOADS, type Load, timeLoop } from './steady-load.ts';
import { checkInNode, type Submission } from './steady-node.ts';
import { checkInPage, keepBrowserBusy, timeLoopInPage } from './steady-page.ts';
import { differencesOf, rowsOf, type Series, weighSeries } from './steady-tally.ts';
import { describeMachine, tableOf } from './table.ts';

export interface SteadyOptions {
  /** Checks of each submission in each place and under each load. */
  readonly times: number;
  readonly json: boolean;
  /** Files below the exercises' folder; none for the usual ones. */
  readonly files: readonly string[];
}

/** A right answer of each sort, and a wrong one whose mistake has a name. */
const USUAL = [
  'one-customers-orders/solution.sql',
  'next-page/solution.sql',
  'one-customers-orders/wrong/date-first.sql',
];

const say = (line: string) => console.error(line);

async function readSubmission(places: Places, name: string): Promise<Submission> {
  const [id = ''] = name.split('/');
  const read = await readExerciseFolder(places, id);
  if (read.kind === 'problems') throw new AuthorMistakes(read.problems);
  return { name, exercise: read.exercise, sql: await readFile(join(places.exercises, name), 'utf8') };
}

/** A site on other snapshots gives other hashes, and rightly so. */
async function refuseStale(places: Places, dist: string): Promise<void> {
  const [own, built] = await Promise.all(
    [places.engine, join(dist, 'engine')].map((folder) => readFile(join(folder, 'manifest.json'), 'utf8')),
  );
  if (own !== built) throw new UserMistake('the built site has other snapshots than these', 'npm run build');
}

/** A place where submissions are checked. */
interface Venue {
  readonly where: string;
  readonly loads: readonly Load[];
  /** Ends with what it resolves with. */
  readonly keepBusy: (load: Load) => Promise<() => Promise<void>>;
  readonly loop: () => Promise<number>;
  readonly check: (submission: Submission, load: Load) => Promise<Series['outcomes']>;
}

/** Of three: the first may have been compiled meanwhile. */
async function quickest(measure: () => Promise<number>): Promise<number> {
  const samples: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) samples.push(await measure());
  return Math.min(...samples);
}

async function checkUnder(
  venue: Venue,
  load: Load,
  idleMs: number,
  submissions: readonly Submission[],
): Promise<readonly Series[]> {
  const end = await venue.keepBusy(load);
  try {
    const slowdown = (await venue.loop()) / idleMs;
    const series: Series[] = [];
    for (const submission of submissions) {
      say(`${venue.where}, ${load.name}: ${submission.name}`);
      const outcomes = await venue.check(submission, load);
      series.push({ where: venue.where, load: load.name, slowdown, submission: submission.name, outcomes });
    }
    return series;
  } finally {
    await end();
  }
}

async function checkAll(venues: readonly Venue[], submissions: readonly Submission[]) {
  const all: Series[] = [];
  for (const venue of venues) {
    const idleMs = await quickest(venue.loop);
    for (const load of venue.loads) all.push(...(await checkUnder(venue, load, idleMs, submissions)));
  }
  return weighSeries(all);
}

function venuesOf(engine: Engine, browser: Browser, site: string, times: number): readonly Venue[] {
  return [
    {
      where: 'Node',
      loads: LOADS.filter(({ throttle }) => throttle === 1),
      keepBusy: keepNodeBusy,
      loop: timeLoop,
      check: (submission) => checkInNode(engine, submission, times),
    },
    {
      where: 'Chromium',
      loads: LOADS,
      keepBusy: (load) => keepBrowserBusy(browser, load),
      loop: () => timeLoopInPage(browser),
      check: (submission, { throttle }) => checkInPage(browser, site, submission, { times, throttle }),
    },
  ];
}

/** Checks the same submissions over and over, in Node and on the built site, idle and under load. Returns the exit code. */
export async function benchSteady({ times, json, files }: SteadyOptions): Promise<number> {
  const places = findPlaces();
  const dist = join(places.root, 'dist');
  if (!existsSync(join(dist, 'index.html')))
    throw new UserMistake('there is no built site to check on', 'npm run build');
  const prepared = await prepareEngine(places, say);
  await refuseStale(places, dist);
  if (prepared.kind === 'problems') throw new AuthorMistakes(prepared.problems);
  const names = files.length > 0 ? files : USUAL;
  const submissions = await Promise.all(names.map((name) => readSubmission(places, name)));
  const site = await serve({ dist, port: 0, base: basePath(process.env.BASE_PATH) });
  const browser = await launchChromium();
  const versions = { browser: `Chromium ${browser.version()}`, node: process.version };
  try {
    const venues = venuesOf(prepared.engine, browser, site.address, times);
    const weighed = await checkAll(venues, submissions);
    if (json) console.log(JSON.stringify({ ...weighed, machine: describeMachine(), versions }, null, 2));
    else {
      console.log(`${describeMachine()}; ${versions.browser}; Node ${versions.node}`);
      console.log(tableOf(rowsOf(weighed)));
      console.log([weighed.steady ? 'steady' : 'not steady', ...differencesOf(weighed)].join('\n'));
    }
    return weighed.steady ? EXIT.ok : EXIT.mistake;
  } finally {
    await browser.close();
    site.close();
    await prepared.engine.dispose();
  }
}
