import { z } from 'zod';
import { formatFactor, formatMs } from '../plan/format-figures.ts';
import type { CheckKind, CheckState, Verdict } from './check.ts';
import type { Evidence, TimeEvidence } from './evidence.ts';
import { id, of, title } from './keys.ts';
import { type Margin, marginTo } from './margin.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('time'),
    title,
    of,
    'at-most-ms': z.number().positive().optional().describe('Milliseconds of one run, warm.'),
    'times-faster': z
      .number()
      .min(1)
      .optional()
      .describe('Against the start, measured in turn on the same device.'),
  })
  .refine((check) => check['at-most-ms'] !== undefined || check['times-faster'] !== undefined, {
    error: 'needs at-most-ms, times-faster or both; reaching either passes',
  })
  .describe('A budget of time. It passes when either bound is met, and never fails on a noisy measurement.');

type TimeCheck = z.infer<typeof schema>;

/** A factor by which a noisy measurement may have been off: what is within it of a bound is not decided. */
function doubt(noise: number): number {
  return noise >= 0.9 ? Number.POSITIVE_INFINITY : (1 + noise) / (1 - noise);
}

function stateOf(check: TimeCheck, { startMs, submissionMs, noise }: TimeEvidence): CheckState {
  const most = check['at-most-ms'];
  const times = check['times-faster'];
  const slack = doubt(noise);
  const within = (factor: number): boolean =>
    (most !== undefined && submissionMs <= most * factor) ||
    (times !== undefined && startMs * factor >= submissionMs * times);
  if (within(1)) return 'passed';
  return within(slack) ? 'inconclusive' : 'failed';
}

function paceOf(factor: number): string {
  const times = formatFactor(Math.max(factor, 1 / factor));
  if (times === '1') return 'as long as at the start';
  return `${times} times ${factor > 1 ? 'faster' : 'slower'} than at the start`;
}

function judgeTime(check: TimeCheck, time: TimeEvidence): Verdict {
  const state = stateOf(check, time);
  const most = check['at-most-ms'];
  const times = check['times-faster'];
  const pace = paceOf(time.startMs / time.submissionMs);
  const bounds = [
    ...(most === undefined ? [] : [`at most ${formatMs(most)}`]),
    ...(times === undefined ? [] : [`${formatFactor(times)} times faster`]),
  ].join(' or ');
  const figure = `median ${formatMs(time.submissionMs)}, was ${formatMs(time.startMs)}`;
  const measured = `In the median one run takes ${formatMs(time.submissionMs)}, ${pace} (${formatMs(time.startMs)}).`;
  const spread = `The samples differ by ${Math.round(time.noise * 100)} %, too much to tell; check again when the machine is less busy.`;
  const rest = { passed: '', 'not-run': '', failed: ` Asked for is ${bounds}.`, inconclusive: ` ${spread}` }[
    state
  ];
  return { state, message: measured + rest, figure };
}

/** Reaching either bound passes, so the roomier one counts. */
function marginToTime(check: TimeCheck, { times: measured }: Evidence): readonly Margin[] {
  const seen = measured.find(({ query }) => query === check.of);
  if (!seen) return [];
  const [most, times] = [check['at-most-ms'], check['times-faster']];
  return [
    ...(most === undefined ? [] : marginTo('at-most-ms', 'ms', seen.submissionMs, most)),
    ...(times === undefined
      ? []
      : marginTo('times-faster', 'times faster', seen.startMs / seen.submissionMs, times)),
  ]
    .sort((a, b) => a.used - b.used)
    .slice(0, 1);
}

export const time: CheckKind<typeof schema> = {
  kind: 'time',
  schema,
  decidedBy: 'clock',
  title: (check) => {
    const most = check['at-most-ms'];
    const times = check['times-faster'];
    if (check.title !== undefined) return check.title;
    const goals = [
      ...(most === undefined ? [] : [`takes at most ${formatMs(most)}`]),
      ...(times === undefined ? [] : [`is ${formatFactor(times)} times faster`]),
    ];
    return goals.join(' or ');
  },
  needs: (check) => [{ kind: 'time', query: check.of }],
  judge: (check, evidence) => {
    const measured = evidence.times.find(({ query }) => query === check.of);
    return measured && measured.submissionMs > 0
      ? judgeTime(check, measured)
      : { state: 'not-run', message: 'The time could not be measured.' };
  },
  margins: marginToTime,
};
