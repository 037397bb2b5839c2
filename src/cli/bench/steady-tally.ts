import { median } from '../../session/measure-time.ts';

/** What one check said. */
export interface Outcome {
  /** Passed or not, the state of every check that is not about time, and the mistakes that were named. */
  readonly verdict: string;
  /** The evidence's hash; empty where a submission was not observed. */
  readonly evidence: string;
  readonly ms: number;
}

/** One submission checked many times under one load. */
export interface Series {
  readonly where: string;
  readonly load: string;
  /** How many times as long a fixed loop took in a worker there as it takes on the idle machine. */
  readonly slowdown: number;
  readonly submission: string;
  readonly outcomes: readonly Outcome[];
}

export interface SeriesTally {
  readonly where: string;
  readonly load: string;
  readonly slowdown: number;
  readonly submission: string;
  readonly times: number;
  /** How often each verdict and each hash was seen. */
  readonly verdicts: Readonly<Record<string, number>>;
  readonly hashes: Readonly<Record<string, number>>;
  readonly medianMs: number;
  readonly usual: string;
  /** Outcomes that are not what this submission gets most often, over all the series. */
  readonly unlike: number;
}

export interface Steadiness {
  /** Every submission had one verdict and one hash, everywhere. */
  readonly steady: boolean;
  readonly series: readonly SeriesTally[];
}

function count(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function mostFrequent(values: readonly string[]): string | undefined {
  return Object.entries(count(values)).sort(([, a], [, b]) => b - a)[0]?.[0];
}

const keyOf = ({ verdict, evidence }: Outcome): string => `${evidence} ${verdict}`;

/** Counts verdicts and hashes, and holds each outcome against what its submission gets everywhere else. */
export function weighSeries(all: readonly Series[]): Steadiness {
  const usual = (submission: string) =>
    mostFrequent(
      all.filter((one) => one.submission === submission).flatMap((one) => one.outcomes.map(keyOf)),
    );
  const series = all.map(({ outcomes, ...rest }) => {
    const expected = usual(rest.submission);
    return {
      ...rest,
      times: outcomes.length,
      verdicts: count(outcomes.map(({ verdict }) => verdict)),
      hashes: count(outcomes.map(({ evidence }) => evidence)),
      medianMs: median(outcomes.map(({ ms }) => ms)),
      usual: expected ?? '',
      unlike: outcomes.filter((outcome) => keyOf(outcome) !== expected).length,
    };
  });
  return { steady: series.every(({ unlike, times }) => unlike === 0 && times > 0), series };
}

/** What was seen that is not the usual, a line each. */
export function differencesOf({ series }: Steadiness): readonly string[] {
  return series
    .filter(({ unlike }) => unlike > 0)
    .flatMap(({ where, load, submission, verdicts, hashes, usual }) => [
      `${where}, ${load}: ${submission}, usually ${usual}`,
      ...Object.entries({ ...verdicts, ...hashes }).map(([what, times]) => `  ${times} times ${what}`),
    ]);
}

const seen = (counts: Readonly<Record<string, number>>) => {
  const different = Object.keys(counts).length;
  return different === 1 ? 'one' : `${different} different`;
};

/** The table's cells, with their headings. */
export function rowsOf({ series }: Steadiness): readonly (readonly string[])[] {
  return [
    ['where', 'load', 'slower by', 'submission', 'checks', 'verdicts', 'hashes', 'unlike', 'median'],
    ...series.map((one) => [
      one.where,
      one.load,
      `x ${one.slowdown.toFixed(1)}`,
      one.submission,
      String(one.times),
      seen(one.verdicts),
      seen(one.hashes),
      String(one.unlike),
      `${Math.round(one.medianMs)} ms`,
    ]),
  ];
}
