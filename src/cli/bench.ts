import { parseArgs } from 'node:util';
import { UserMistake } from '../authoring/user-mistake.ts';
import { median } from '../session/measure-time.ts';
import { measureBare, measureCold, measureLessonScripts, measureWarm } from './bench/journey.ts';
import { launchChromium } from './bench/launch-chromium.ts';
import { measureMachine } from './bench/machine.ts';
import { servePages } from './bench/pages.ts';
import { ratioOf, type Samples } from './bench/samples.ts';
import { benchSteady } from './bench/steady.ts';
import { describeMachine, tableOf } from './bench/table.ts';
import { EXIT, runCommand } from './exit.ts';

const HELP = `npm run bench [-- --json] [--rounds N]
npm run bench -- --steady [--times N] [--json] [<exercise>/<file.sql>...]

Measures the built site in Chromium against the bare engine (PGlite.create() and one SELECT) in the same run.
Ratios are of medians. Exit: 0 measured, 2 could not measure. It judges nothing: the machine decides milliseconds.

  --steady   checks the same submissions N times in a row (50) in Node and on the built site in Chromium, on the idle
             machine, with every core busy and with a sixth of the CPU, and compares verdicts and hashes of the
             evidence. Exit: 0 all the same, 1 some differed, 2 could not measure.
             The browser's throttling (6 times) slows the page's main thread and no worker; the database's worker is
             slowed by busy threads, and "slower by" is what a fixed loop in a worker then took.`;

/** The figures to reach, as ratios to the bare engine, kilobytes and ms. */
const AIMS = {
  cold: 0.35,
  reset: 0.03,
  reopen: 0.15,
  check: 0.6,
  lessonJsKb: 80,
  longestTaskMs: 100,
} as const;

/** Beside what the command says, which may be read by a machine. */
const tell = (line: string) => process.stderr.write(`${line}\n`);

async function measure(rounds: number) {
  const pages = await servePages(process.cwd());
  const browser = await launchChromium();
  const version = `Chromium ${browser.version()}`;
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
    const machine = await measureMachine(browser, pages.site, rounds);
    return { version, bare, cold, warm, small, lessonJsKb, machine };
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
  const measured = await measure(Number(values.rounds));
  const bare: Samples = { name: 'bare', values: measured.bare };
  const ratios = [
    { name: 'cold', values: measured.cold },
    { name: 'reset', values: measured.warm.reset },
    { name: 'reopen', values: measured.small.reset },
    { name: 'check', values: measured.warm.check },
  ].map((samples) => ({ ...samples, ratio: ratioOf(samples, bare) }));
  const machine = describeMachine();
  const longestTaskMs = Math.max(measured.warm.longestTaskMs, measured.small.longestTaskMs);
  const looks = Object.entries(measured.machine).map(([name, values_]) => ({ name, values: values_ }));
  const figures = {
    lessonJsKb: measured.lessonJsKb,
    longestTaskMs,
    ...Object.fromEntries(looks.map(({ name, values: each }) => [name, median(each)])),
  };
  if (values.json) {
    const named = Object.fromEntries(ratios.map(({ name, ratio }) => [name, ratio]));
    const samples = Object.fromEntries(
      [bare, ...ratios, ...looks].map(({ name, values: each }) => [name, each]),
    );
    const versions = { browser: measured.version, node: process.version };
    console.log(
      JSON.stringify(
        { ...named, ...figures, bareMs: median(bare.values), samples, machine, versions },
        null,
        2,
      ),
    );
    return EXIT.ok;
  }
  console.log(`${machine}; ${measured.version}; Node ${process.version}; ${measured.bare.length} rounds`);
  const line = (name: string, value: string, aim: string, ms: string) => [name, value, aim, ms];
  const round = (values_: readonly number[]) => values_.map((value) => value.toFixed(0)).join(' ');
  console.log(
    tableOf([
      line('figure', 'median', 'aim', 'samples, ms'),
      line('bare', `${median(bare.values).toFixed(0)} ms`, '', round(bare.values)),
      ...ratios.map(({ name, ratio, values: each }) =>
        line(name, ratio.toFixed(3), `<= ${AIMS[name as 'cold']}`, round(each)),
      ),
      line('lessonJsKb', figures.lessonJsKb.toFixed(1), `<= ${AIMS.lessonJsKb}`, ''),
      ...looks.map(({ name, values: each }) => line(name, `${median(each).toFixed(0)} ms`, '', round(each))),
      line('longestTaskMs', figures.longestTaskMs.toFixed(0), `<= ${AIMS.longestTaskMs}`, ''),
    ]),
  );
  return EXIT.ok;
});
