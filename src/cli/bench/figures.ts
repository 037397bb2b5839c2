import { median } from '../../session/measure-time.ts';
import { ratioOf, type Samples } from './samples.ts';
import { describeMachine, tableOf } from './table.ts';

/** What a run measured. */
export interface Figures {
  /** ms of the bare engine's first result. */
  readonly bare: readonly number[];
  /** ms of what is told as a ratio to that, from the same run. */
  readonly against: Readonly<Record<'cold' | 'reset' | 'reopen' | 'check', readonly number[]>>;
  /** ms of looking into the machine, by what is looked at. */
  readonly looks: Readonly<Record<string, readonly number[]>>;
  /** Compressed JavaScript of a lesson before anything is pressed, in kB. */
  readonly lessonJsKb: number;
  readonly longestTaskMs: number;
  readonly incrementalBuildS: number;
  /** The last whole `npm test` that passed on this machine. */
  readonly lastTest: { readonly seconds: number; readonly at: string } | undefined;
  /** Name and version. */
  readonly browser: string;
}

/** The figures to reach: ratios to the bare engine, and what the names say. */
const AIMS: Readonly<Record<string, number>> = {
  cold: 0.35,
  reset: 0.03,
  reopen: 0.15,
  check: 0.6,
  lessonJsKb: 80,
  longestTaskMs: 100,
  incrementalBuildS: 30,
  npmTestS: 720,
};

function ratiosOf({ bare, against }: Figures): readonly (Samples & { readonly ratio: number })[] {
  return Object.entries(against).map(([name, values]) => {
    const samples = { name, values };
    return { ...samples, ratio: ratioOf(samples, { name: 'bare', values: bare }) };
  });
}

const medians = (looks: Figures['looks']) =>
  Object.fromEntries(Object.entries(looks).map(([name, values]) => [name, median(values)]));

/** The figures for a program to read. */
export function jsonOf(figures: Figures): string {
  const { bare, against, looks, lessonJsKb, longestTaskMs, incrementalBuildS, lastTest, browser } = figures;
  const told = {
    ...Object.fromEntries(ratiosOf(figures).map(({ name, ratio }) => [name, ratio])),
    lessonJsKb,
    longestTaskMs,
    incrementalBuildS,
    npmTestS: lastTest?.seconds ?? null,
    ...medians(looks),
    bareMs: median(bare),
    samples: { bare, ...against, ...looks },
    machine: describeMachine(),
    versions: { browser, node: process.version },
  };
  return JSON.stringify(told, null, 2);
}

const inWhole = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(' ');

/** The figures as a table, beside what they should be, and what they were taken on. */
export function textOf(figures: Figures): string {
  const { bare, looks, lessonJsKb, longestTaskMs, incrementalBuildS, lastTest, browser } = figures;
  const line = (name: string, value: string, more = '') => [
    name,
    value,
    AIMS[name] ? `<= ${AIMS[name]}` : '',
    more,
  ];
  const rows = [
    ['figure', 'median', 'aim', 'samples, ms'],
    line('bare', `${median(bare).toFixed(0)} ms`, inWhole(bare)),
    ...ratiosOf(figures).map(({ name, ratio, values }) => line(name, ratio.toFixed(3), inWhole(values))),
    line('lessonJsKb', lessonJsKb.toFixed(1)),
    ...Object.entries(looks).map(([name, values]) =>
      line(name, `${median(values).toFixed(0)} ms`, inWhole(values)),
    ),
    line('longestTaskMs', longestTaskMs.toFixed(0)),
    line('incrementalBuildS', incrementalBuildS.toFixed(1)),
    line(
      'npmTestS',
      lastTest ? String(lastTest.seconds) : '—',
      lastTest ? `ended ${lastTest.at}` : 'none has passed here',
    ),
  ];
  return `${describeMachine()}; ${browser}; Node ${process.version}; ${bare.length} rounds\n${tableOf(rows)}`;
}
