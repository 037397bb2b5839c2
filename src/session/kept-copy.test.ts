import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine, Session } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { keepCopy } from './kept-copy.ts';
import type { Looked, Subject } from './throw-away.ts';

let engine: Engine;
let opened: Session[];
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());
beforeEach(() => {
  opened = [];
});

/** The engine, noting what it opens. */
const noting = (): Engine =>
  Object.assign(Object.create(engine), {
    async open(...asked: Parameters<Engine['open']>) {
      const session = await engine.open(...asked);
      opened.push(session);
      return session;
    },
  });

const nothing = async (): Promise<Looked<unknown>> => ({ kind: 'ok', found: undefined });
const count = async (subject: Subject): Promise<Looked<unknown>> => {
  await subject.run('create table if not exists asked (a int); insert into asked values (1)');
  const run = await subject.run('select count(*) from asked');
  return { kind: 'ok', found: run.kind === 'ok' ? run.results[0]?.rows[0]?.[0] : run.kind };
};

test('a copy is opened once for all questions, which wait their turn, and let go when nobody asks', async () => {
  const copy = keepCopy(noting(), { name: 'empty' }, nothing, 50);
  const answers = await Promise.all([copy.ask(count), copy.ask(count)]);
  expect(answers).toEqual([
    { kind: 'ok', found: '1' },
    { kind: 'ok', found: '2' },
  ]);
  expect(opened).toHaveLength(1);
  await expect.poll(() => opened[0]?.ended).toBe(true);
  expect(await copy.ask(count)).toEqual({ kind: 'ok', found: '1' });
  await copy.close();
});

test('a copy that could not be prepared is closed', async () => {
  const copy = keepCopy(noting(), { name: 'empty' }, () => Promise.reject(new Error('no')));
  await expect(copy.ask(count)).rejects.toThrow('no');
  expect(opened.map(({ ended }) => ended)).toEqual([true]);
  await copy.close();
});
