import { parseArgs } from 'node:util';
import { readLastTest } from '../../scripts/last-test.mjs';
import { UserMistake } from '../authoring/user-mistake.ts';
import { type Figures, jsonOf, textOf } from './bench/figures.ts';
import { measureIncrementalBuild } from './bench/incremental-build.ts';
import { measureBare, measureCold, measureLessonScripts, measureWarm } from './bench/journey.ts';
import { launchChromium } from './bench/launch-chromium.ts';
import { measureLongestTask } from './bench/longest-task.ts';
import { measureMachine } from './bench/machine.ts';
import { servePages } from './bench/pages.ts';
import { benchSteady } from './bench/steady.ts';
import { EXIT, runCommand } from './exit.ts';
import { findPlaces } from './places.ts';

const HELP = `npm run bench [-- --json] [--rounds N]
npm run bench -- --steady [--times N] [--json] [<exercise>/<file.sql>...]

Measures the built site in Chromium against the bare engine (PGlite.create() and one SELECT) in the same run.
Ratios are of medians. Builds the site anew with one lesson changed, in a folder of its own, and says how long the last
whole npm test took here. Exit: 0 measured, 2 could not measure. It judges nothing: the machine decides milliseconds.

  --steady   checks the same submissions N times in a row (50) in Node and on the built site in Chromium, on the idle
             machine, with every core busy and with a sixth of the CPU, and compares verdicts and hashes of the
             evidence. Exit: 0 all the same, 1 some differed, 2 could not measure.
             The browser's throttling (6 times) slows the page's main thread and no worker; the database's worker is
             slowed by busy threads, and "slower by" is what a fixed loop in a worker then took.`;

/** Beside what the command says, which may be read by a machine. */
const tell = (line: string) => process.stderr.write(`${line}\n`);

async function measure(rounds: number): Promise<Figures> {
  const root = process.cwd();
  const pages = await servePages(root);
  const browser = await launchChromium();
  try {
    const bare: number[] = [];
    const cold: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      tell(`first visits, ${round + 1} of ${rounds}`);
      bare.push(await measureBare(browser, pages.bare));
      cold.push(await measureCold(browser, pages.site));
    }
    tell('reset and check, with a spare and without');
    const warm = await measureWarm(browser, pages.site, rounds, true);
    const small = await measureWarm(browser, pages.site, rounds, false);
    const lessonJsKb = await measureLessonScripts(browser, `${pages.site}learn/foundations/reading-a-plan/`);
    tell('looking into the machine');
    const looks = await measureMachine(browser, pages.site, rounds);
    tell('the main thread');
    const longestTaskMs = await measureLongestTask(pages.site);
    tell('building with one lesson changed');
    const incrementalBuildS = await measureIncrementalBuild(findPlaces());
    return {
      bare,
      against: { cold, reset: warm.reset, reopen: small.reset, check: warm.check },
      looks: { ...looks },
      lessonJsKb,
      longestTaskMs,
      incrementalBuildS,
      lastTest: readLastTest(root),
      browser: `Chromium ${browser.version()}`,
    };
  } finally {
    await browser.close();
    pages.close();
  }
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      steady: { type: 'boolean', default: false },
      times: { type: 'string', default: '50' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return EXIT.ok;
  }
  if (values.steady) {
    const times = Number(values.times);
    if (!Number.isInteger(times) || times < 1)
      throw new UserMistake(`--times cannot be “${values.times}”`, 'write a whole number from 1 on');
    return benchSteady({ times, json: values.json, files: positionals });
  }
  const figures = await measure(Number(values.rounds));
  console.log(values.json ? jsonOf(figures) : textOf(figures));
  return EXIT.ok;
});
