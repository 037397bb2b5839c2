import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Shelf } from '../../progress/store.ts';
import { openCmi5 } from './cmi5.ts';
import type { Outcome } from './outcome.ts';
import { LAUNCH, TestCourseSystem } from './test-course-system.ts';

const passed: Outcome = { complete: true, passed: true, score: 1 };
const read: Outcome = { complete: true, passed: undefined, score: 0.5 };

let system: TestCourseSystem;
/** What the learner was told. */
let said: (string | undefined)[];
let shelf: Map<string, string>;

beforeEach(() => {
  system = new TestCourseSystem();
  said = [];
  shelf = new Map();
  vi.useFakeTimers();
  vi.stubGlobal('fetch', system.fetch);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const shelfOver = (map: Map<string, string>): Shelf => ({
  getItem: (key) => map.get(key) ?? null,
  setItem: (key, value) => void map.set(key, value),
  removeItem: (key) => void map.delete(key),
});
/** Opens the page in a tab: a new one for each session, the same where the page is loaded again. */
const open = (tab = new Map<string, string>()) => {
  system.tokenGiven &&= tab.size > 0;
  return openCmi5(LAUNCH, {
    shelf: shelfOver(shelf),
    tab: shelfOver(tab),
    tell: (trouble) => said.push(trouble),
  });
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('what is stated by cmi5', () => {
  it('is stated once a registration, in order, and noted', async () => {
    const first = open();
    first.report(passed);
    first.report(passed);
    await pass(1_000);
    first.close();
    await pass(1_000);
    const second = open();
    second.report(passed);
    await pass(1_000);
    expect(system.taken).toEqual(['initialized', 'completed', 'passed', 'terminated', 'initialized']);
    expect(system.notes).toEqual(['{"completed":true,"passed":true}']);
    expect([said.at(-1), shelf.size]).toEqual([undefined, 0]);
  });

  it.each([503, 429, 401, 'broken'] as const)('is told again where the answer was %s', async (answer) => {
    system.answers = { completed: [answer], passed: [answer] };
    const reporter = open();
    reporter.report(passed);
    await pass(1_000);
    expect(system.taken).toEqual(['initialized']);
    expect(system.notes).toEqual([]);
    expect(said.at(-1)).toContain('has not taken your result yet');
    await pass(2_000);
    expect(system.taken).toEqual(['initialized', 'completed', 'passed']);
    expect(system.notes).toEqual(['{"completed":true,"passed":true}']);
    expect(said.at(-1)).toBeUndefined();
    // Who has it already, and whose answer was lost, takes it for the same statement.
    expect([...system.ids.values()].map((each) => each.size)).toEqual([1, 1, 1]);
  });

  it('is not stated again where only the answer was lost, or where the page was left before it came', async () => {
    system.answers = { passed: ['lost'] };
    const first = open();
    first.report(passed);
    await pass(1_000);
    expect([system.taken, said.at(-1)]).toEqual([['initialized', 'completed', 'passed'], undefined]);
    system.note = undefined;
    shelf.set('planwright.owed.r a', '{"passed":true,"score":1}');
    open();
    await pass(1_000);
    expect(system.taken.slice(3)).toEqual(['initialized']);
    expect([system.note, shelf.size]).toEqual(['{"completed":true,"passed":true}', 0]);
  });

  it('is noted as far as it was taken', async () => {
    system.answers = { passed: [503] };
    const reporter = open();
    reporter.report(passed);
    await pass(1_000);
    expect(system.notes).toEqual(['{"completed":true,"passed":false}']);
    reporter.report(passed);
    await pass(0);
    expect(system.taken).toEqual(['initialized', 'completed', 'passed']);
    expect(system.note).toBe('{"completed":true,"passed":true}');
  });

  it('is told in a later session where no earlier one was heard, and then no more', async () => {
    system.answers = { completed: Array(20).fill(403), passed: Array(20).fill(403) };
    const first = open();
    first.report(passed);
    await pass(600_000);
    first.close();
    await pass(0);
    expect(system.taken).toEqual(['initialized', 'terminated']);
    system.answers = {};
    open();
    await pass(1_000);
    expect(system.taken.slice(2)).toEqual(['initialized', 'completed', 'passed']);
    expect(shelf.size).toBe(0);
    open();
    await pass(1_000);
    expect(system.taken.slice(5)).toEqual(['initialized']);
  });

  it('is nothing but its beginning and its end where it is only looked at', async () => {
    system.mode = 'Browse';
    const reporter = open();
    reporter.report(read);
    await pass(1_000);
    reporter.close();
    await pass(0);
    expect([system.taken, shelf.size]).toEqual([['initialized', 'terminated'], 0]);
  });

  it('begins with “initialized”, for which it waits', async () => {
    system.answers = { initialized: [503, 503] };
    const reporter = open();
    reporter.report(read);
    await pass(1_000);
    expect(system.taken).toEqual([]);
    await pass(20_000);
    expect(system.taken).toEqual(['initialized', 'completed']);
  });

  it('is nothing where the course system refuses the beginning, and the learner is told', async () => {
    system.answers = { initialized: [403] };
    const reporter = open();
    reporter.report(read);
    await pass(1_000);
    reporter.close();
    await pass(0);
    expect(system.taken).toEqual([]);
    expect(said).toEqual([expect.stringContaining('does not answer as it must')]);
  });
});

describe('a page that is loaded again', () => {
  it('goes on with a session that did not end, which begins once', async () => {
    const tab = new Map<string, string>();
    open(tab);
    await pass(1_000);
    const again = open(tab);
    again.report(passed);
    await pass(1_000);
    again.close();
    await pass(0);
    expect(system.taken).toEqual(['initialized', 'completed', 'passed', 'terminated']);
    expect(said.at(-1)).toBeUndefined();
  });

  it.each(['lost', 'broken', 403] as const)(
    'goes on where the answer to “initialized” was not seen, and that again is %s',
    async (answer) => {
      const tab = new Map<string, string>();
      system.answers = { initialized: Array(4).fill(answer === 403 ? 'lost' : answer) };
      open(tab);
      await pass(1_000);
      system.answers = { initialized: answer === 403 ? [403] : [] };
      open(tab).report(passed);
      await pass(1_000);
      expect(new Set(system.taken)).toEqual(new Set(['initialized', 'completed', 'passed']));
      expect([...system.ids.values()].map((each) => each.size)).toEqual([1, 1, 1]);
      expect(said.at(-1)).toBeUndefined();
    },
  );

  it('states nothing after “terminated”, but keeps the result for the next session', async () => {
    const tab = new Map<string, string>();
    open(tab).close();
    await pass(1_000);
    const again = open(tab);
    again.report(passed);
    await pass(600_000);
    again.close();
    await pass(0);
    expect(system.taken).toEqual(['initialized', 'terminated']);
    expect(said.at(-1)).toContain('The session with your course system ended');
    open();
    await pass(1_000);
    expect(system.taken.slice(2)).toEqual(['initialized', 'completed', 'passed']);
  });

  it('says that it is not heard where the tab remembers nothing, as the token is given once', async () => {
    open(new Map());
    await pass(1_000);
    system.tokenGiven = true;
    openCmi5(LAUNCH, { shelf: undefined, tab: undefined, tell: (trouble) => said.push(trouble) });
    await pass(1_000);
    expect(said.at(-1)).toContain('does not answer as it must');
    expect(system.taken).toEqual(['initialized']);
  });

  it('keeps nothing of a page that is only looked at', async () => {
    system.mode = 'Browse';
    const tab = new Map<string, string>();
    open(tab).close();
    await pass(1_000);
    open(tab).report(passed);
    await pass(1_000);
    expect([shelf.size, said]).toEqual([0, []]);
  });
});
