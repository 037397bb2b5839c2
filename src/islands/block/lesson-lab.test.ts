import { describe, expect, it } from 'vitest';
import type { Run } from '../../engine/engine.ts';
import type { Lab } from '../../session/lab.ts';
import { makeLessonLab, type Step } from './lesson-lab.ts';

const ok: Run = { kind: 'ok', results: [], notices: [], ms: 1 };
const step = (id: string): Step => ({
  id,
  caption: `caption of ${id}`,
  sql: `sql of ${id}`,
  asWritten: true,
});

function makeLab(answers: Record<string, Run> = {}) {
  const log: string[] = [];
  const given: unknown[] = [];
  let copy = 0;
  const lab: Lab = {
    get copy() {
      return copy;
    },
    run: async (sql, limits) => {
      log.push(sql);
      given.push(limits?.timeoutMs);
      await Promise.resolve();
      const run = answers[sql] ?? ok;
      if (run.kind === 'timeout') copy += 1;
      return run;
    },
    reset: async () => void log.push('reset'),
    stop: async () => void log.push('stop'),
    warm: async () => void log.push('warm'),
    parse: async () => ({ kind: 'ok', statements: [] }),
    letGo: async () => void log.push('let go'),
    watch: () => () => undefined,
    explain: async (sql) => {
      log.push(`explain ${sql}`);
      if (answers[`explain ${sql}`]?.kind === 'stopped') copy += 1;
      return { kind: 'none', message: '' };
    },
  };
  const end = () => {
    copy += 1;
  };
  return { lab, log, given, end };
}

describe('the lab that the blocks of a lesson share', () => {
  it('runs what has to come first once, and says so', async () => {
    const { lab, log } = makeLab();
    const lesson = makeLessonLab(async () => lab);
    const first = await lesson.run({ step: step('b'), before: [step('a')], plan: false });
    const second = await lesson.run({ step: step('b'), before: [step('a')], plan: true });
    expect(first).toMatchObject({ kind: 'ran', also: ['caption of a'] });
    expect(second).toMatchObject({ kind: 'ran', also: [] });
    expect(log).toEqual(['sql of a', 'sql of b', 'sql of b', 'explain sql of b']);
  });

  it('draws the plan that the block itself printed, and asks for no other', async () => {
    const lines = [
      'Seq Scan on orders  (cost=0.00..4193.00 rows=22 width=19) (actual time=1.366..46.662 rows=22.00 loops=1)',
      '  Buffers: shared hit=3 read=1690',
      'Execution Time: 47.100 ms',
    ];
    const printed = { command: 'EXPLAIN', columns: [], rows: lines.map((line) => [line]), rowCount: 3 };
    const { lab, log } = makeLab({
      'sql of b': { ...ok, results: [{ ...printed, truncated: false, ms: 1 }] },
    });
    const outcome = await makeLessonLab(async () => lab).run({ step: step('b'), before: [], plan: true });
    expect(outcome).toMatchObject({ explained: { kind: 'ok', plan: { executionMs: 47.1 } } });
    expect(log).toEqual(['sql of b']);
  });

  it('runs it again after a reset, a stop and a time limit', async () => {
    const { lab, log } = makeLab({ 'sql of slow': { kind: 'timeout', afterMs: 20_000 } });
    const lesson = makeLessonLab(async () => lab);
    const ask = () => lesson.run({ step: step('b'), before: [step('a')], plan: false });
    await ask();
    await lesson.reset();
    await ask();
    await lesson.run({ step: step('slow'), before: [], plan: false });
    await ask();
    expect(log.filter((entry) => entry === 'sql of a')).toHaveLength(3);
  });

  it('runs it again where the stop came while the plan was made, and says that the data is fresh', async () => {
    const { lab, log } = makeLab({ 'explain sql of b': { kind: 'stopped', afterMs: 1 } });
    const lesson = makeLessonLab(async () => lab);
    const stopped = await lesson.run({ step: step('b'), before: [step('a')], plan: true });
    expect(stopped).toMatchObject({ run: { kind: 'ok' }, explained: { kind: 'none' } });
    expect(stopped.kind === 'ran' && stopped.explained).toMatchObject({
      message: expect.stringContaining('starts afresh'),
    });
    await lesson.run({ step: step('c'), before: [step('a')], plan: false });
    expect(log.filter((entry) => entry === 'sql of a')).toHaveLength(2);
  });

  it('runs it again where the database ended while nothing ran, and makes no plan of less', async () => {
    const { lab, log, end } = makeLab();
    const lesson = makeLessonLab(async () => lab);
    const ask = () => lesson.run({ step: step('b'), before: [step('a')], plan: true });
    await ask();
    end();
    expect(await ask()).toMatchObject({ kind: 'ran', also: ['caption of a'] });
    expect(log.slice(3)).toEqual(['sql of a', 'sql of b', 'explain sql of b']);
  });

  it('ends what a reader wrote after 20 s, and gives what the lesson wrote as long as a slow machine needs', async () => {
    const { lab, given } = makeLab();
    const lesson = makeLessonLab(async () => lab);
    await lesson.run({ step: { ...step('b'), asWritten: false }, before: [step('a')], plan: false });
    expect(given).toEqual([100_000, 20_000]);
  });

  it('does not run a block whose preparation failed', async () => {
    const { lab, log } = makeLab({ 'sql of a': { kind: 'timeout', afterMs: 1 } });
    const outcome = await makeLessonLab(async () => lab).run({
      step: step('b'),
      before: [step('a')],
      plan: false,
    });
    expect(outcome).toMatchObject({ kind: 'blocked', step: { id: 'a' } });
    expect(log).toEqual(['sql of a']);
  });

  it('runs one thing at a time', async () => {
    const { lab, log } = makeLab();
    const lesson = makeLessonLab(async () => lab);
    await Promise.all([
      lesson.run({ step: step('b'), before: [step('a')], plan: true }),
      lesson.run({ step: step('c'), before: [step('a')], plan: false }),
    ]);
    expect(log).toEqual(['sql of a', 'sql of b', 'explain sql of b', 'sql of c']);
  });

  it('leaves the database alone where the stop comes when the block has ended', async () => {
    const { lab, log } = makeLab({});
    const lesson = makeLessonLab(async () => lab);
    await lesson.run({ step: step('a'), before: [], plan: false });
    await lesson.stop('a');
    expect(log).not.toContain('stop');
  });

  it('takes a block that is stopped before its turn out of the queue, and leaves the one that runs', async () => {
    const { lab, log } = makeLab();
    const lesson = makeLessonLab(async () => lab);
    const running = lesson.run({ step: step('b'), before: [], plan: false });
    const waiting = lesson.run({ step: step('c'), before: [], plan: false });
    await Promise.resolve();
    await lesson.stop('c');
    expect(await waiting).toMatchObject({ kind: 'ran', run: { kind: 'stopped' } });
    expect(await running).toMatchObject({ kind: 'ran', run: { kind: 'ok' } });
    await lesson.run({ step: step('d'), before: [], plan: false });
    expect(log).toEqual(['sql of b', 'sql of d']);
  });

  it('tries to open again after a failed start', async () => {
    const { lab } = makeLab();
    let tries = 0;
    const lesson = makeLessonLab(async () => {
      tries += 1;
      if (tries === 1) throw new Error('blocked download');
      return lab;
    });
    const ask = () => lesson.run({ step: step('b'), before: [], plan: false });
    await expect(ask()).rejects.toThrow('blocked download');
    await expect(ask()).resolves.toMatchObject({ kind: 'ran' });
  });
});
